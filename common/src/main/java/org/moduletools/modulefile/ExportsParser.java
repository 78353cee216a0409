package org.moduletools.modulefile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.moduletools.elf.ElfFile;
import org.moduletools.elf.ElfFormatException;
import org.moduletools.elf.Section;
import org.moduletools.elf.StringTable;
import org.moduletools.elf.SymbolTable;
import org.moduletools.modulefile.ModuleFormatException.Reason;
import org.moduletools.modulefile.ModuleSymbols.Export;

/**
 * Reads the exports of a module (kmod 34, libkmod/libkmod-elf.c: kmod_elf_get_symbols).
 *
 * <p>For an exported {@code foo} with a version there is a symbol {@code __crc_foo}, local or
 * global. Its value is the checksum, or the checksum's offset in its section. The names of all
 * exports, with version or without, are also strings of section {@code __ksymtab_strings}, but so
 * are those of namespaces.
 */
final class ExportsParser {

  private static final byte[] ENTRY_PREFIX = "__ksymtab_".getBytes(ISO_8859_1);
  private static final byte[] CRC_PREFIX = "__crc_".getBytes(ISO_8859_1);

  private static final String STRINGS = "__ksymtab_strings";

  /** The checksum of an export with a {@code __crc_} symbol that points out of its section. */
  private static final long UNREADABLE_CRC = -1;

  private ExportsParser() {}

  /**
   * Returns the exports of {@code elf}, which has {@code symbols}: those with a version in the
   * order of their {@code __crc_} symbols, then those without in the order of their strings.
   *
   * <p>Beside versions, a string counts only if it is a symbol that the module defines, to leave
   * out namespaces; kmod takes no string then. In a module without any version every string counts,
   * as in kmod.
   *
   * @throws ElfFormatException if the name of any symbol is out of bounds
   * @throws ModuleFormatException if {@code __ksymtab_strings} is damaged
   */
  static List<Export> parse(ElfFile elf, SymbolTable symbols) throws IOException {
    List<Export> exports = versioned(elf, symbols);
    Set<String> others = strings(elf);
    for (Export export : exports) {
      others.remove(export.name());
    }
    if (!exports.isEmpty() && !others.isEmpty()) {
      others.retainAll(definedSymbols(symbols));
    }
    for (String name : others) {
      exports.add(new Export(name, 0));
    }
    return exports;
  }

  /** Returns the exports that {@code elf} names by strings, as if it had no symbols. */
  static List<Export> unversioned(ElfFile elf) throws IOException {
    List<Export> exports = new ArrayList<>();
    for (String name : strings(elf)) {
      exports.add(new Export(name, 0));
    }
    return exports;
  }

  /** Returns whether {@code elf} has the section of their names, which may be empty. */
  static boolean hasStrings(ElfFile elf) {
    return elf.section(STRINGS).isPresent();
  }

  /**
   * Returns the exports whose entry, a symbol {@code __ksymtab_foo}, is in the section of GPL-only
   * ones.
   *
   * @throws ModuleFormatException with {@link Reason#NO_DATA} if there are some, but no such
   *     symbols
   */
  static Set<String> gplOnly(ElfFile elf, SymbolTable symbols) throws IOException {
    Set<String> found = new HashSet<>();
    Optional<Section> section = elf.section("__ksymtab_gpl");
    if (section.isEmpty() || section.get().sizeBytes() == 0) {
      return found;
    }
    StringTable names = symbols.names();
    for (int i = 1; i < symbols.count(); i++) {
      if (names.startsWith(symbols.nameOffset(i), ENTRY_PREFIX)
          && elf.section(symbols.section(i)).equals(section)) {
        found.add(symbols.name(i, ENTRY_PREFIX.length));
      }
    }
    if (found.isEmpty()) {
      throw new ModuleFormatException(Reason.NO_DATA, "no symbols of GPL-only exports");
    }
    return found;
  }

  private static List<Export> versioned(ElfFile elf, SymbolTable symbols) throws IOException {
    StringTable names = symbols.names();
    List<Export> exports = new ArrayList<>();
    for (int i = 1; i < symbols.count(); i++) {
      if (names.startsWith(symbols.nameOffset(i), CRC_PREFIX)) {
        exports.add(new Export(symbols.name(i, CRC_PREFIX.length), crc(elf, symbols, i)));
      }
    }
    return exports;
  }

  private static long crc(ElfFile elf, SymbolTable symbols, int symbol) throws IOException {
    int number = symbols.section(symbol);
    long value = symbols.value(symbol);
    if (number == SymbolTable.ABSOLUTE || number == SymbolTable.UNDEFINED) {
      return value;
    }
    Optional<Section> section = elf.section(number);
    if (section.isEmpty()) {
      return UNREADABLE_CRC;
    }
    Optional<ByteBuffer> bytes = elf.bytes(section.get(), value, Integer.BYTES);
    return bytes.isPresent() ? Integer.toUnsignedLong(bytes.get().getInt(0)) : UNREADABLE_CRC;
  }

  private static Set<String> definedSymbols(SymbolTable symbols) throws IOException {
    Set<String> defined = new HashSet<>();
    for (int i = 1; i < symbols.count(); i++) {
      if (symbols.section(i) != SymbolTable.UNDEFINED) {
        defined.add(symbols.name(i));
      }
    }
    return defined;
  }

  /**
   * Returns the strings of {@code __ksymtab_strings}, in order.
   *
   * @throws ModuleFormatException if the last one does not end in NUL
   */
  private static Set<String> strings(ElfFile elf) throws IOException {
    Set<String> names = new LinkedHashSet<>();
    Optional<Section> section = elf.section(STRINGS);
    if (section.isEmpty()) {
      return names;
    }
    StringTable strings = new StringTable(elf.bytes(section.get()));
    for (int begin = 0; begin < strings.sizeBytes(); ) {
      int end = strings.end(begin);
      if (end == strings.sizeBytes()) {
        throw new ModuleFormatException(
            Reason.BROKEN,
            STRINGS + " does not end in NUL: offset=" + section.get().offset());
      }
      if (end > begin) {
        names.add(strings.between(begin, end));
      }
      begin = end + 1;
    }
    return names;
  }
}
