package org.moduletools.linux;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.moduletools.kernel.Errno;
import org.moduletools.kernel.InsertFlag;
import org.moduletools.kernel.Kernel;
import org.moduletools.kernel.KernelException;
import org.moduletools.kernel.KernelFiles;
import org.moduletools.kernel.LoadedModule;
import org.moduletools.kernel.LockListener;
import org.moduletools.kernel.LockMode;
import org.moduletools.kernel.LockProtocol;
import org.moduletools.kernel.LockTimeoutException;
import org.moduletools.kernel.ModuleState;
import org.moduletools.kernel.ModulesLock;
import org.moduletools.kernel.RemoveFlag;
import org.moduletools.kernel.TimeSource;
import org.moduletools.module.KernelRelease;
import org.moduletools.module.ModuleName;

/** The running kernel, by its files and system calls. */
final class LinuxKernel implements Kernel {

  /** Five fields of 65 bytes stand before it (include/uapi/linux/utsname.h: new_utsname). */
  private static final int UTSNAME_MACHINE = 4 * 65;

  private static final int UTSNAME_SIZE = 6 * 65;

  /** syslog(2): SYSLOG_ACTION_READ_ALL takes nothing away from the log. */
  private static final int READ_ALL = 3;

  /** The greatest part of the log that is read, the newest. */
  private static final int MAX_LOG_BYTES = 256 << 10;

  private final LibC libc;
  private final String processMachine;
  private final KernelFiles files;
  private final TimeSource time;
  private final LockProtocol protocol;

  /** {@code root} holds proc, sys and etc; {@code processMachine} is Java's {@code os.arch}. */
  LinuxKernel(Path root, LibC libc, String processMachine, TimeSource time) {
    this.libc = libc;
    this.processMachine = processMachine;
    this.files = new KernelFiles(root);
    this.time = time;
    FlockFiles locks = new FlockFiles(libc);
    this.protocol = new LockProtocol(root, time, file -> new LinuxFlock(libc, locks, file));
  }

  /** The JVM has read it by uname(2) when it started. */
  @Override
  public KernelRelease release() {
    return new KernelRelease(System.getProperty("os.version", ""));
  }

  @Override
  public String machine() {
    byte[] buffer = new byte[UTSNAME_SIZE];
    return libc.uname(buffer) == 0 ? CString.read(buffer, UTSNAME_MACHINE) : processMachine;
  }

  @Override
  public Optional<String> compression() {
    return files.compression();
  }

  @Override
  public ModuleState state(ModuleName name) {
    return files.state(name);
  }

  @Override
  public OptionalInt references(ModuleName name) {
    return files.references(name);
  }

  @Override
  public List<ModuleName> holders(ModuleName name) {
    return files.holders(name);
  }

  @Override
  public OptionalLong sizeBytes(ModuleName name) {
    return files.sizeBytes(name);
  }

  @Override
  public List<LoadedModule> loadedModules() throws IOException {
    return files.loadedModules();
  }

  @Override
  public String log() {
    byte[] buffer = new byte[MAX_LOG_BYTES];
    int length = libc.klogctl(READ_ALL, buffer);
    return length > 0 ? new String(buffer, 0, length, StandardCharsets.ISO_8859_1) : "";
  }

  /** On Linux Java's clock is CLOCK_MONOTONIC, which begins at the start and rests in suspend. */
  @Override
  public Duration uptime() {
    return time.now();
  }

  @Override
  public void insertFile(Path file, String parameters, Set<InsertFlag> flags)
      throws KernelException {
    SystemCalls numbers = numbers("finit_module");
    try (Descriptor descriptor = Descriptor.open(libc, file)) {
      insert(descriptor, parameters, flags, numbers);
    }
  }

  private void insert(
      Descriptor descriptor, String parameters, Set<InsertFlag> flags, SystemCalls numbers)
      throws KernelException {
    long result = libc.finitModule(
        numbers.finitModule(), descriptor.number(), CString.of(parameters), InsertFlag.bits(flags));
    check("finit_module", result);
  }

  /**
   * Examines the same open file that the kernel gets. If that fails, Java reads the file, and
   * reports the error.
   */
  @Override
  public boolean insertFile(Path file, String parameters, FileLook look)
      throws KernelException, IOException {
    SystemCalls numbers = numbers("finit_module");
    byte[] head = new byte[FileLook.HEAD_BYTES];
    try (Descriptor descriptor = Descriptor.open(libc, file, Descriptor.READ_ONLY_NEVER_WAITING)) {
      if (libc.pread(descriptor.number(), head, 0) == head.length) {
        Optional<Set<InsertFlag>> flags = look.flags(head);
        if (flags.isPresent()) {
          insert(descriptor, parameters, flags.get(), numbers);
        }
        return flags.isPresent();
      }
    } catch (KernelException refused) {
      if (!refused.call().equals("open")) {
        throw refused;
      }
    }
    return Kernel.super.insertFile(file, parameters, look);
  }

  @Override
  public void insertImage(byte[] image, String parameters) throws KernelException {
    SystemCalls numbers = numbers("init_module");
    check("init_module", libc.initModule(numbers.initModule(), image, CString.of(parameters)));
  }

  @Override
  public void remove(ModuleName name, Set<RemoveFlag> flags) throws KernelException {
    SystemCalls numbers = numbers("delete_module");
    check(
        "delete_module",
        libc.deleteModule(
            numbers.deleteModule(), CString.of(name.value()), RemoveFlag.bits(flags)));
  }

  @Override
  public ModulesLock lock(LockMode mode, Duration patience, LockListener listener)
      throws LockTimeoutException {
    return protocol.take(mode, patience, listener);
  }

  private SystemCalls numbers(String call) throws KernelException {
    Optional<SystemCalls> numbers = SystemCalls.of(processMachine);
    if (numbers.isEmpty()) {
      throw new KernelException(
          call,
          Errno.ENOSYS.number(),
          "No number of the system call " + call + " is known for machine " + processMachine);
    }
    return numbers.get();
  }

  private void check(String call, long result) throws KernelException {
    if (result != 0) {
      throw new KernelException(call, libc.errno());
    }
  }
}
