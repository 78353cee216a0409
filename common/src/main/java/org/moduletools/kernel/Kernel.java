package org.moduletools.kernel;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.moduletools.files.FileOpener;
import org.moduletools.files.OpenFile;
import org.moduletools.module.KernelRelease;
import org.moduletools.module.ModuleName;

/**
 * The modules of a running kernel. Each call asks the kernel anew and nothing is cached, so two
 * results need not agree.
 *
 * <p>Text that reaches the kernel or comes from it has one {@code char} for each byte (ISO 8859-1).
 */
public interface Kernel {

  /** Returns the kernel's release, as {@code uname -r} prints it. */
  KernelRelease release();

  /** Returns the kernel's machine, as {@code uname -m} prints it. */
  String machine();

  /**
   * Returns the compression that the kernel itself can decompress, such as {@code xz}. Such a file
   * may be inserted with {@link InsertFlag#COMPRESSED_FILE}.
   */
  Optional<String> compression();

  /** Returns the current state of a module. */
  ModuleState state(ModuleName name);

  /**
   * Returns a module's reference count: uses by other modules, open devices, mounts. Empty if it is
   * not loaded, or if the kernel keeps no count; such a kernel cannot unload modules either.
   */
  OptionalInt references(ModuleName name);

  /**
   * Returns the loaded modules that use this one, in the order in which the kernel lists them. If
   * {@link #references} is empty for a loaded module, an empty list means that the kernel does not
   * report them.
   */
  List<ModuleName> holders(ModuleName name);

  /** Returns the memory that a loaded module takes. */
  OptionalLong sizeBytes(ModuleName name);

  /**
   * Returns all loaded modules, the last loaded first.
   *
   * @throws IOException if /proc/modules is missing or cannot be read
   */
  List<LoadedModule> loadedModules() throws IOException;

  /**
   * Returns the newest part of the kernel's log, as dmesg(1) shows it: lines {@code <6>[ 1.234567]
   * TEXT}. Empty if this user may not read it.
   */
  String log();

  /** Returns the time since the kernel was started, as the stamps of its log count it. */
  Duration uptime();

  /**
   * Loads the module in {@code file} (finit_module(2)) and returns when it is live.
   *
   * @param parameters its parameters, separated by blanks
   * @throws KernelException if the file cannot be opened ({@code call()} says {@code open}) or the
   *     kernel refuses; ENOSYS means that it knows only {@link #insertImage}
   */
  void insertFile(Path file, String parameters, Set<InsertFlag> flags) throws KernelException;

  /** Examines the beginning of a module file. */
  @FunctionalInterface
  interface FileLook {

    /** The number of bytes that it needs. */
    int HEAD_BYTES = 6;

    /**
     * Returns the flags to load the file with, or nothing if it is not to be loaded.
     *
     * @param head its first bytes; fewer than {@link #HEAD_BYTES} if it has no more
     * @throws IOException if it is no module
     */
    Optional<Set<InsertFlag>> flags(byte[] head) throws IOException;
  }

  /**
   * As {@link #insertFile(Path, String, Set)}, with the flags that {@code look} returns.
   *
   * @return whether it was loaded, because {@code look} returned any
   * @throws IOException if the file cannot be read, or by {@code look}
   */
  default boolean insertFile(Path file, String parameters, FileLook look)
      throws KernelException, IOException {
    byte[] head = new byte[FileLook.HEAD_BYTES];
    int count;
    try (OpenFile open = FileOpener.BY_JAVA.open(file)) {
      count = Math.max(0, open.read(0, head, 0, head.length));
    }
    Optional<Set<InsertFlag>> flags = look.flags(Arrays.copyOf(head, count));
    if (flags.isEmpty()) {
      return false;
    }
    insertFile(file, parameters, flags.get());
    return true;
  }

  /**
   * Loads the module whose uncompressed content is {@code image} (init_module(2)) and returns when
   * it is live.
   *
   * @param parameters its parameters, separated by blanks
   * @throws KernelException if the kernel refuses
   */
  void insertImage(byte[] image, String parameters) throws KernelException;

  /**
   * Unloads a module (delete_module(2)).
   *
   * @throws KernelException if the kernel refuses
   */
  void remove(ModuleName name, Set<RemoveFlag> flags) throws KernelException;

  /**
   * Takes the lock on /proc/modules that keeps loading and removal apart, and returns when it is
   * held. Where there is nothing to lock, or only processes hold it that could not load a module,
   * the result holds nothing and the listener has been given the reason.
   *
   * @param patience the longest wait; zero tries once
   * @throws LockTimeoutException if another process held the lock for so long
   */
  ModulesLock lock(LockMode mode, Duration patience, LockListener listener)
      throws LockTimeoutException;
}
