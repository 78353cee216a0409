package org.moduletools.loading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.moduletools.kernel.Errno;
import org.moduletools.kernel.InsertFlag;
import org.moduletools.kernel.Kernel;
import org.moduletools.kernel.KernelException;
import org.moduletools.modulefile.Compression;
import org.moduletools.modulefile.ModuleImage;

/**
 * Loads a module file by the best way that the kernel has (kmod 34, libkmod/libkmod-module.c:
 * kmod_module_insert_module). The file itself is passed if it is plain, or compressed in the
 * kernel's own format. Otherwise, and where the kernel lacks that call or cannot decompress the
 * file, its decompressed image is passed.
 */
public final class FileInserter {

  /** Changes to a plain load. */
  public enum Demand {
    /** Do not compare the versions of symbols. */
    FORCE_MODVERSION,
    /** Do not compare the version magic. */
    FORCE_VERMAGIC,
    /** The module shall never be unloaded. */
    PERMANENT
  }

  private static final String SIGNED_ONLY = "this kernel loads signed modules only";

  private final Kernel kernel;
  private final Set<Demand> demands;
  private final Consumer<String> warnings;

  /** Applies {@code demands} to each module; {@code warnings} receives their side effects. */
  public FileInserter(Kernel kernel, Set<Demand> demands, Consumer<String> warnings) {
    this.kernel = kernel;
    this.demands = Set.copyOf(demands);
    this.warnings = warnings;
  }

  /**
   * Returns the inserter for the needs of such a module: they stay as long as their user does, so
   * they need not be permanent themselves.
   */
  public FileInserter forNeeded() {
    Set<Demand> others = EnumSet.noneOf(Demand.class);
    others.addAll(demands);
    others.remove(Demand.PERMANENT);
    return new FileInserter(kernel, others, warnings);
  }

  /** Returns one that does the same, and reports to {@code others} what is lost. */
  public FileInserter reportingTo(Consumer<String> others) {
    return new FileInserter(kernel, demands, others);
  }

  /**
   * Loads the module in {@code file}.
   *
   * @param parameters its parameters as the kernel takes them
   * @throws KernelException if the kernel refuses it
   * @throws IOException if it cannot be read, is damaged, or cannot be changed as demanded
   */
  public void insert(Path file, String parameters) throws KernelException, IOException {
    if (demands.contains(Demand.PERMANENT) || !insertAsFile(file, parameters)) {
      insert(file.toString(), ModuleImage.read(file), parameters);
    }
  }

  /**
   * Passes the file itself. Returns false if the kernel cannot load it so and the image should be
   * tried.
   */
  private boolean insertAsFile(Path file, String parameters) throws KernelException, IOException {
    AtomicReference<Compression> seen = new AtomicReference<>(Compression.PLAIN);
    try {
      return kernel.insertFile(file, parameters, head -> {
        Compression compression = Compression.of(file, head);
        seen.set(compression);
        return flags(compression);
      });
    } catch (KernelException refused) {
      if (refused.errno() == Errno.EKEYREJECTED && isForced()) {
        throw saying(refused, "a forced module counts as unsigned, and " + SIGNED_ONLY);
      }
      boolean compressed = seen.get() != Compression.PLAIN;
      if (refused.errno() == Errno.ENOSYS || (compressed && mayBeDecompression(refused.errno()))) {
        return false;
      }
      throw refused;
    }
  }

  /** Returns the flags, or nothing if the kernel cannot decompress {@code compression}. */
  private Optional<Set<InsertFlag>> flags(Compression compression) {
    boolean compressed = compression != Compression.PLAIN;
    return compressed && !kernel.compression().equals(compression.kernelName())
        ? Optional.empty()
        : Optional.of(flags(compressed));
  }

  private Set<InsertFlag> flags(boolean compressed) {
    Set<InsertFlag> flags = EnumSet.noneOf(InsertFlag.class);
    if (demands.contains(Demand.FORCE_MODVERSION)) {
      flags.add(InsertFlag.IGNORE_MODVERSIONS);
    }
    if (demands.contains(Demand.FORCE_VERMAGIC)) {
      flags.add(InsertFlag.IGNORE_VERMAGIC);
    }
    if (compressed) {
      flags.add(InsertFlag.COMPRESSED_FILE);
    }
    return flags;
  }

  /**
   * Returns whether the kernel may have failed to decompress, as it does for xz with a CRC64 or a
   * large dictionary (kernel/module/decompress.c). Another error is reported again for the image.
   */
  private static boolean mayBeDecompression(Errno errno) {
    return errno == Errno.EINVAL
        || errno == Errno.EOPNOTSUPP
        || errno == Errno.ENOMEM
        || errno == Errno.EBADMSG;
  }

  /**
   * Loads the module that {@code image} is, as changed by the demands.
   *
   * @param name its name for the user
   * @param parameters its parameters as the kernel takes them
   * @throws KernelException if the kernel refuses it
   * @throws IOException if it is damaged, or cannot be changed as demanded
   */
  public void insert(String name, ModuleImage image, String parameters)
      throws KernelException, IOException {
    ModuleImage changed = changed(image);
    boolean unsigned = image.isSigned() && !changed.isSigned();
    if (unsigned) {
      warnings.accept(name + " loses its signature, which the changed module would not match");
    }
    try {
      kernel.insertImage(changed.bytes(), parameters);
    } catch (KernelException refused) {
      if (unsigned && refused.errno() == Errno.EKEYREJECTED) {
        throw saying(refused, SIGNED_ONLY);
      }
      throw refused;
    }
  }

  private static KernelException saying(KernelException refused, String why) {
    return new KernelException(
        refused.call(), refused.errno().number(), refused.getMessage() + " (" + why + ")");
  }

  private boolean isForced() {
    return demands.contains(Demand.FORCE_MODVERSION) || demands.contains(Demand.FORCE_VERMAGIC);
  }

  private ModuleImage changed(ModuleImage image) throws IOException {
    ModuleImage changed = image;
    if (demands.contains(Demand.FORCE_MODVERSION)) {
      changed = changed.withoutModversions();
    }
    if (demands.contains(Demand.FORCE_VERMAGIC)) {
      changed = changed.withoutVermagic();
    }
    return demands.contains(Demand.PERMANENT) ? changed.permanent() : changed;
  }
}
