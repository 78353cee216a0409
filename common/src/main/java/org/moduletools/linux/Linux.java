package org.moduletools.linux;

import java.nio.file.Path;
import java.util.Map;
import org.moduletools.codec.SystemCodecs;
import org.moduletools.files.FileLister;
import org.moduletools.files.FileOpener;
import org.moduletools.files.PathLister;
import org.moduletools.kernel.Kernel;
import org.moduletools.kernel.KernelException;
import org.moduletools.kernel.TimeSource;
import org.moduletools.machine.Machine;

/**
 * The machine that this process runs on. A program's {@code main} makes one and passes on its
 * parts. Native code is loaded by the first call that needs it.
 */
@SuppressWarnings("exports") // as in Machine
public final class Linux implements Machine {

  /** glibc, misc/sys/syslog.h: to the console if there is no logger; the facility of daemons. */
  private static final int LOG_CONS = 2;

  private static final int LOG_DAEMON = 3 << 3;

  private final LibC libc;
  private final TimeSource time;
  private final Kernel kernel;
  private final SystemCodecs codecs =
      NativeExecutable.HERE ? new NativeCodecs() : SystemCodecs.NONE;

  /** {@code root} is the folder that holds proc, sys and etc: {@code /}. */
  public Linux(Path root) {
    this(
        root,
        NativeExecutable.HERE ? new NativeLibC() : new JnrLibC(),
        System.getProperty("os.arch", "unknown"));
  }

  /**
   * Returns the name that this process was started by, without the folder: the program of the
   * multi-call executable to run. The JVM form's launcher passes it by the system property
   * {@code module-tools.program}.
   */
  public static String calledAs() {
    String path = NativeExecutable.HERE
        ? NativeExecutable.firstArgument()
        : System.getProperty("module-tools.program", "");
    return path.substring(path.lastIndexOf('/') + 1);
  }

  Linux(Path root, LibC libc, String processMachine) {
    this.libc = libc;
    this.time = TimeSource.SYSTEM;
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
  public SystemCodecs codecs() {
    return codecs;
  }

  @Override
  public FileOpener opener() {
    return NativeExecutable.hasPathsOfBytes() ? new NativeOpener(libc) : FileOpener.BY_JAVA;
  }

  @Override
  public FileLister files() {
    return NativeExecutable.hasPathsOfBytes()
        ? new NativeLister(libc)
        : new PathLister(new LibCFiles(libc));
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
  public boolean isTerminal(int descriptor) {
    return libc.isatty(descriptor) == 1;
  }

  @Override
  public void openLog(String program) {
    libc.openlog(CString.of(program), LOG_CONS, LOG_DAEMON);
  }

  @Override
  public void log(int priority, String text) {
    libc.syslog(priority, CString.of(text));
  }
}
