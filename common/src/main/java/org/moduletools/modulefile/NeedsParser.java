package org.moduletools.modulefile;

import java.io.IOException;
import org.moduletools.elf.ElfFile;
import org.moduletools.elf.ElfFormatException;
import org.moduletools.elf.SymbolTable;

/**
 * Reads the needs of a module: its undefined symbols, each with the version it was built against
 * (kmod 34, libkmod/libkmod-elf.c: kmod_elf_get_dependency_symbols).
 */
final class NeedsParser {

  private NeedsParser() {}

  /**
   * Returns the needs of {@code elf}, which has {@code symbols}: in their order, then names with a
   * version but no symbol, such as {@code module_layout}.
   *
   * @throws ElfFormatException if the name of an undefined symbol is out of bounds
   */
  static NeedList parse(ElfFile elf, SymbolTable symbols, KnownNeeds known) throws IOException {
    boolean isSparc = elf.machine() == ElfFile.SPARC || elf.machine() == ElfFile.SPARC_V9;
    readVersions(elf, known);
    for (int i = 1; i < symbols.count(); i++) {
      if (symbols.section(i) == SymbolTable.UNDEFINED
          && !(isSparc && symbols.type(i) == SymbolTable.SPARC_REGISTER)
          && symbols.hasName(i)) {
        known.take(symbols, i);
      }
    }
    known.takeRest();
    return known.taken();
  }

  /** Reads the versions, or none if they are damaged: then nothing can be compared. */
  private static void readVersions(ElfFile elf, KnownNeeds known) throws IOException {
    known.begin();
    try {
      VersionsParser.parse(elf, known::addVersion);
    } catch (ModuleFormatException damaged) {
      known.forgetVersions();
    }
  }
}
