package org.moduletools.depmod;

import java.util.List;

/**
 * A file that depmod writes.
 *
 * @param name below the output directory
 * @param renderer makes its bytes
 */
record DepFile(String name, Renderer renderer) {

  /** The text file that says where each module is and what it needs. */
  static final String MODULES_DEP = "modules.dep";

  /**
   * All of them, in the order in which kmod writes them and {@code -n} prints the text files (kmod
   * 34, tools/depmod.c: depmod_output).
   */
  static final List<DepFile> ALL = List.of(
      new DepFile(MODULES_DEP, TextFiles::dep),
      new DepFile("modules.dep.bin", IndexFiles::dep),
      new DepFile("modules.alias", TextFiles::alias),
      new DepFile("modules.alias.bin", IndexFiles::alias),
      new DepFile("modules.softdep", TextFiles::softdep),
      new DepFile("modules.weakdep", TextFiles::weakdep),
      new DepFile("modules.symbols", TextFiles::symbols),
      new DepFile("modules.symbols.bin", IndexFiles::symbols),
      new DepFile("modules.builtin.bin", IndexFiles::builtin),
      new DepFile("modules.builtin.alias.bin", IndexFiles::builtinAlias),
      new DepFile("modules.devname", TextFiles::devname));

  /** Makes the bytes of one file. Keeps no state: the files are rendered at the same time. */
  @FunctionalInterface
  interface Renderer {

    /** Returns the file's bytes; what is wrong with them is added to {@code complaints}. */
    OutputBytes render(Catalog catalog, Complaints complaints);
  }

  /** Returns whether people can read it; the others are indexes. */
  boolean isText() {
    return !name.endsWith(".bin");
  }
}
