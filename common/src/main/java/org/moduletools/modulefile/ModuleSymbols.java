package org.moduletools.modulefile;

import java.util.List;

/**
 * The symbols that a module exports and needs.
 *
 * @param exports its exports, in the order of its file
 * @param needs the symbols that it needs from the kernel and other modules, in the order of its
 *     file
 */
public record ModuleSymbols(List<Export> exports, NeedList needs) {

  /** Those of a module without symbols. */
  public static final ModuleSymbols EMPTY = new ModuleSymbols(List.of(), NeedList.of(List.of()));

  /** Copies {@code exports}. */
  public ModuleSymbols {
    exports = List.copyOf(exports);
  }

  /**
   * A symbol that a module exports.
   *
   * @param name as in the source
   * @param crc its version, or 0 if the module states none
   */
  public record Export(String name, long crc) {}

  /**
   * A symbol that a module needs.
   *
   * @param name as in the symbol table, a leading dot included
   * @param crc the version it was built against, or 0 if the module states none
   * @param weak whether the module loads without it too
   */
  public record Need(String name, long crc, boolean weak) {}
}
