package org.moduletools.index;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.moduletools.module.KernelRelease;

/**
 * The folder {@code lib/modules/RELEASE}, and what each file in it is called.
 *
 * @param path the folder
 * @param usesIndexes whether {@code .bin} files are read where there are any, not the text files
 *     beside them
 */
public record ModuleDirectory(Path path, boolean usesIndexes) {

  /** What the indexes are made from that a kernel need not have, by what both are called. */
  private static final Map<String, Entry> SOURCES = Map.of(
      Entry.BUILTIN_BIN.fileName,
      Entry.BUILTIN,
      Entry.BUILTIN_ALIAS_BIN.fileName,
      Entry.BUILTIN_MODINFO);

  /** Makes one whose {@code .bin} files are read. */
  public ModuleDirectory(Path path) {
    this(path, true);
  }

  /** The files that come with a kernel, and those that depmod writes beside them. */
  public enum Entry {
    /** Which modules there are and in which order; from the kernel's build. */
    ORDER("modules.order"),
    /** Which modules are part of the kernel; from its build. */
    BUILTIN("modules.builtin"),
    /** Their modinfo; from the kernel's build. */
    BUILTIN_MODINFO("modules.builtin.modinfo"),
    DEP("modules.dep"),
    DEP_BIN("modules.dep.bin"),
    ALIAS("modules.alias"),
    ALIAS_BIN("modules.alias.bin"),
    SYMBOLS("modules.symbols"),
    SYMBOLS_BIN("modules.symbols.bin"),
    SOFTDEP("modules.softdep"),
    WEAKDEP("modules.weakdep"),
    BUILTIN_BIN("modules.builtin.bin"),
    BUILTIN_ALIAS_BIN("modules.builtin.alias.bin"),
    DEVNAME("modules.devname");

    private final String fileName;

    Entry(String fileName) {
      this.fileName = fileName;
    }

    /** Returns the file's name. */
    public String fileName() {
      return fileName;
    }
  }

  /** Returns the same folder, of which the text files alone are read. */
  public ModuleDirectory withoutIndexes() {
    return new ModuleDirectory(path, false);
  }

  /** Returns the folder of {@code release} below {@code root}, the folder that holds lib. */
  public static ModuleDirectory below(Path root, KernelRelease release) {
    return new ModuleDirectory(root.resolve("lib/modules").resolve(release.value()));
  }

  /**
   * Returns a module's file as the user reads it.
   *
   * @param directory how the folder is spelled
   * @param file the file as modules.dep names it: relative to the folder, or absolute
   */
  public static String spelled(String directory, String file) {
    return file.startsWith("/") ? file : directory + "/" + file;
  }

  /** Returns where {@code entry} is. */
  public Path file(Entry entry) {
    return path.resolve(entry.fileName);
  }

  /**
   * Returns whether {@code index} is one that depmod leaves empty, without even a header, since
   * what it would be made from is not beside it (kmod 34, tools/depmod.c: output_builtin_bin).
   */
  static boolean lacksSourceOf(Path index) {
    Entry source = SOURCES.get(String.valueOf(index.getFileName()));
    return source != null && !Files.exists(index.resolveSibling(source.fileName));
  }
}
