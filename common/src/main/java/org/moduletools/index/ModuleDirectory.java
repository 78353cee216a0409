package org.moduletools.index;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The folder {@code lib/modules/RELEASE}, and the names of the files in it.
 *
 * @param path the folder
 * @param usesIndexes whether existing {@code .bin} files are read, not the text files beside them
 */
public record ModuleDirectory(Path path, boolean usesIndexes) {

  /** The optional source files of indexes, by the indexes' names. */
  private static final Map<String, Entry> SOURCES = Map.of(
      Entry.BUILTIN_BIN.fileName,
      Entry.BUILTIN,
      Entry.BUILTIN_ALIAS_BIN.fileName,
      Entry.BUILTIN_MODINFO);

  /** The folder at {@code path}, with its {@code .bin} files. */
  public ModuleDirectory(Path path) {
    this(path, true);
  }

  /** The files that come with a kernel, and those that depmod writes beside them. */
  public enum Entry {
    /** The modules in link order; from the kernel's build. */
    ORDER("modules.order"),
    /** The built-in modules; from the kernel's build. */
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

  /** Returns the same folder, with its text files alone. */
  public ModuleDirectory withoutIndexes() {
    return new ModuleDirectory(path, false);
  }

  /**
   * Returns the path of a module's file for output.
   *
   * @param directory the folder in the user's spelling
   * @param file the file's name in modules.dep: relative to the folder, or absolute
   */
  public static String spelled(String directory, String file) {
    return file.startsWith("/") ? file : directory + "/" + file;
  }

  /** Returns the path of {@code entry}. */
  public Path file(Entry entry) {
    return path.resolve(entry.fileName);
  }

  /**
   * Returns whether {@code index} is one that depmod leaves empty, without even a header, since its
   * source file is missing (kmod 34, tools/depmod.c: output_builtin_bin).
   */
  static boolean lacksSourceOf(Path index) {
    Entry source = SOURCES.get(String.valueOf(index.getFileName()));
    return source != null && !Files.exists(index.resolveSibling(source.fileName));
  }
}
