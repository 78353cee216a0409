package org.moduletools.linux;

import java.nio.file.Path;
import java.util.Map;
import org.moduletools.kernel.Kernel;
import org.moduletools.kernel.KernelException;
import org.moduletools.kernel.Machine;
import org.moduletools.kernel.TimeSource;

/**
 * The machine this process runs on. A program's {@code main} makes one and hands its parts to what
 * needs them; native code is loaded by the first call that makes it necessary.
 */
public final class Linux implements Machine {

  /** include/uapi/asm-generic/fcntl.h. */
  private static final int O_RDWR = 2;

  /** glibc, misc/sys/syslog.h: to the console if there is no logger; the facility of daemons. */
  private static final int LOG_CONS = 2;

  private static final int LOG_DAEMON = 3 << 3;

  private final LibC libc;
  private final TimeSource time;
  private final Kernel kernel;

  /** {@code root} is the folder that holds proc, sys and etc: {@code /}. */
  public Linux(Path root) {
    this(root, new JnrLibC(), System.getProperty("os.arch", "unknown"));
  }

  Linux(Path root, LibC libc, String processMachine) {
    this.libc = libc;
    this.time = new SystemTime();
    this.kernel = new LinuxKernel(root, libc, processMachine, time);
  }

  @Override
  public Kernel kernel() {
    return kernel;
  }

  @Override
  public TimeSource time() {
    return time;
  }

  @Override
  public int run(String command, Map<String, String> environment) throws KernelException {
    for (Map.Entry<String, String> variable : environment.entrySet()) {
      if (libc.setenv(CString.of(variable.getKey()), CString.of(variable.getValue())) != 0) {
        throw new KernelException("setenv", libc.errno());
      }
    }
    int status = libc.system(CString.of(command));
    if (status == -1) {
      throw new KernelException("system", libc.errno());
    }
    int signal = status & 0x7f;
    return signal == 0 ? status >> 8 & 0xff : 128 + signal;
  }

  @Override
  public void openLog(String program) {
    libc.openlog(CString.of(program), LOG_CONS, LOG_DAEMON);
  }

  @Override
  public void log(int priority, String text) {
    libc.syslog(priority, CString.of(text));
  }

  /**
   * Opens /dev/null on those of the descriptors 0, 1 and 2 that are closed, as they are when the
   * kernel calls modprobe: else the next file opened, a module perhaps, would be our standard
   * output. A native executable calls it first of all. On a JVM it comes too late, the JVM itself
   * has opened files by then: there the launcher must do it.
   */
  public void openStandardDescriptors() {
    int descriptor = 0;
    while (descriptor >= 0 && descriptor <= 2) {
      descriptor = libc.open(CString.of("/dev/null"), O_RDWR);
    }
    if (descriptor > 2) {
      libc.close(descriptor);
    }
  }
}
