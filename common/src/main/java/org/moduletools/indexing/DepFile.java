package org.moduletools.indexing;

import java.util.List;
import org.moduletools.index.ModuleDirectory.Entry;

/**
 * A file that depmod writes.
 *
 * @param name below the output directory
 * @param renderer makes its bytes
 */
record DepFile(String name, Renderer renderer) {

  /**
   * All files, in the order in which kmod writes them and {@code -n} prints the text files (kmod
   * 34, tools/depmod.c: depmod_output).
   */
  static final List<DepFile> ALL = List.of(
      new DepFile(Entry.DEP, TextFiles::dep),
      new DepFile(Entry.DEP_BIN, IndexFiles::dep),
      new DepFile(Entry.ALIAS, TextFiles::alias),
      new DepFile(Entry.ALIAS_BIN, IndexFiles::alias),
      new DepFile(Entry.SOFTDEP, TextFiles::softdep),
      new DepFile(Entry.WEAKDEP, TextFiles::weakdep),
      new DepFile(Entry.SYMBOLS, TextFiles::symbols),
      new DepFile(Entry.SYMBOLS_BIN, IndexFiles::symbols),
      new DepFile(Entry.BUILTIN_BIN, IndexFiles::builtin),
      new DepFile(Entry.BUILTIN_ALIAS_BIN, IndexFiles::builtinAlias),
      new DepFile(Entry.DEVNAME, TextFiles::devname));

  private DepFile(Entry file, Renderer renderer) {
    this(file.fileName(), renderer);
  }

  /** Makes the bytes of one file. Keeps no state: the files are rendered concurrently. */
  @FunctionalInterface
  interface Renderer {

    /** Returns the file's bytes, and adds their problems to {@code complaints}. */
    OutputBytes render(Catalog catalog, Complaints complaints);
  }

  /** Returns whether it is a text file; the others are indexes. */
  boolean isText() {
    return !name.endsWith(".bin");
  }
}
