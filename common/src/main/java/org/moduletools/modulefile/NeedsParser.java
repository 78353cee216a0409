package org.moduletools.modulefile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.moduletools.elf.ElfFile;
import org.moduletools.elf.ElfFormatException;
import org.moduletools.elf.SymbolTable;
import org.moduletools.modulefile.ModuleSymbols.Need;

/**
 * Reads what a module needs from others: its undefined symbols, each with the version it was built
 * against (kmod 34, libkmod/libkmod-elf.c: kmod_elf_get_dependency_symbols).
 */
final class NeedsParser {

  private NeedsParser() {}

  /**
   * Returns the needs of {@code elf}, whose symbols are {@code symbols}: in their order, then what
   * has a version but no symbol, such as {@code module_layout}.
   *
   * @throws ElfFormatException if the name of an undefined symbol is out of bounds
   */
  static List<Need> parse(ElfFile elf, SymbolTable symbols) throws IOException {
    boolean isSparc = elf.machine() == ElfFile.SPARC || elf.machine() == ElfFile.SPARC_V9;
    Map<String, SymbolVersion> versions = versions(elf);
    List<Need> needs = new ArrayList<>();
    for (int i = 1; i < symbols.count(); i++) {
      if (symbols.section(i) == SymbolTable.UNDEFINED
          && !(isSparc && symbols.type(i) == SymbolTable.SPARC_REGISTER)) {
        String name = symbols.name(i);
        if (!name.isEmpty()) {
          SymbolVersion version = versions.remove(name);
          long crc = version == null ? 0 : version.crc();
          needs.add(new Need(name, crc, symbols.binding(i) == SymbolTable.WEAK));
        }
      }
    }
    for (SymbolVersion version : versions.values()) {
      needs.add(new Need(version.name(), version.crc(), false));
    }
    return needs;
  }

  /** Returns the versions by name; none if they are damaged: then nothing can be compared. */
  private static Map<String, SymbolVersion> versions(ElfFile elf) throws IOException {
    List<SymbolVersion> versions;
    try {
      versions = VersionsParser.parse(elf);
    } catch (ModuleFormatException e) {
      versions = List.of();
    }
    Map<String, SymbolVersion> byName = new LinkedHashMap<>(2 * versions.size());
    for (SymbolVersion version : versions) {
      byName.putIfAbsent(version.name(), version);
    }
    return byName;
  }
}
