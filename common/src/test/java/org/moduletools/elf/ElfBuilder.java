package org.moduletools.elf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Builds small relocatable ELF files, laid out as
 *
 * <pre>
 *   ELF header | sections as added | .symtab | .strtab | .shstrtab | section headers
 * </pre>
 *
 * Section 0 and symbol 0 are the empty ones that ELF wants. Without a symbol there is no .symtab.
 */
public final class ElfBuilder {

  /** Binding and type of a symbol: {@code STB_LOCAL}, {@code STT_NOTYPE}. */
  public static final int LOCAL = 0;

  /** Binding and type of a symbol: {@code STB_GLOBAL}, {@code STT_NOTYPE}. */
  public static final int GLOBAL = 1 << 4;

  /** Binding and type of a symbol: {@code STB_WEAK}, {@code STT_NOTYPE}. */
  public static final int WEAK = 2 << 4;

  private static final int PROGBITS = 1;
  private static final int SYMTAB = 2;
  private static final int STRTAB = 3;

  private final ElfForm form;
  private final List<SectionContent> sections = new ArrayList<>();
  private final List<SymbolContent> symbols = new ArrayList<>();
  private int machine = 62;

  public ElfBuilder(ElfForm form) {
    this.form = form;
    sections.add(new SectionContent("", 0, 0, new byte[0], 0, 0));
    symbols.add(new SymbolContent("", 0, 0, 0, LOCAL));
  }

  /** A section to be; {@code bytes} is not to be changed. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record SectionContent(
      String name, int type, long flags, byte[] bytes, int link, int info) {}

  private record SymbolContent(String name, int section, long value, long sizeBytes, int info) {}

  /** Sets {@code e_machine}, which is that of x86-64 otherwise. */
  public ElfBuilder machine(int machine) {
    this.machine = machine;
    return this;
  }

  /** Adds a section with bytes and returns its number. */
  public int section(String name, byte[] bytes) {
    return section(name, PROGBITS, 0, bytes);
  }

  /** Adds a section of that {@code sh_type} and {@code sh_flags} and returns its number. */
  public int section(String name, int type, long flags, byte[] bytes) {
    sections.add(new SectionContent(name, type, flags, bytes, 0, 0));
    return sections.size() - 1;
  }

  /** Adds a symbol that other files define. */
  public ElfBuilder undefined(String name, int info) {
    return symbol(name, 0, 0, 0, info);
  }

  /** Adds a symbol. A linker would want the local ones first. */
  public ElfBuilder symbol(String name, int section, long value, long sizeBytes, int info) {
    symbols.add(new SymbolContent(name, section, value, sizeBytes, info));
    return this;
  }

  /** Returns the file's bytes. */
  public byte[] build() {
    List<SectionContent> all = new ArrayList<>(sections);
    if (symbols.size() > 1) {
      Strings names = new Strings();
      byte[] table = symbolTable(names);
      all.add(new SectionContent(".symtab", SYMTAB, 0, table, all.size() + 1, localSymbols()));
      all.add(new SectionContent(".strtab", STRTAB, 0, names.bytes(), 0, 0));
    }
    return file(all);
  }

  private int localSymbols() {
    int count = 0;
    while (count < symbols.size() && symbols.get(count).info() < GLOBAL) {
      count++;
    }
    return count;
  }

  private byte[] symbolTable(Strings names) {
    ByteBuffer table = form.allocate(symbols.size() * (form.is64Bit() ? 24 : 16));
    for (SymbolContent symbol : symbols) {
      table.putInt(names.add(symbol.name()));
      if (form.is64Bit()) {
        putInfo(table, symbol);
        table.putLong(symbol.value()).putLong(symbol.sizeBytes());
      } else {
        table.putInt((int) symbol.value()).putInt((int) symbol.sizeBytes());
        putInfo(table, symbol);
      }
    }
    return ElfForm.bytes(table);
  }

  private static void putInfo(ByteBuffer table, SymbolContent symbol) {
    table.put((byte) symbol.info()).put((byte) 0).putShort((short) symbol.section());
  }

  private byte[] file(List<SectionContent> contents) {
    Strings names = new Strings();
    contents.forEach(section -> names.add(section.name()));
    names.add(".shstrtab");
    contents.add(new SectionContent(".shstrtab", STRTAB, 0, names.bytes(), 0, 0));

    int headerBytes = form.is64Bit() ? 64 : 52;
    int offset = headerBytes;
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    ByteBuffer headers = form.allocate(contents.size() * (form.is64Bit() ? 64 : 40));
    for (SectionContent section : contents) {
      putHeader(headers, names.add(section.name()), section, offset);
      body.writeBytes(section.bytes());
      int padding = -section.bytes().length & 7;
      body.writeBytes(new byte[padding]);
      offset += section.bytes().length + padding;
    }
    ByteBuffer file = form.allocate(offset + headers.capacity());
    putElfHeader(file, offset, contents.size());
    file.put(body.toByteArray()).put(ElfForm.bytes(headers));
    return ElfForm.bytes(file);
  }

  private void putHeader(ByteBuffer headers, int name, SectionContent section, int offset) {
    headers.putInt(name).putInt(section.type());
    form.putWord(headers, section.flags());
    form.putWord(headers, 0); // sh_addr
    form.putWord(headers, offset);
    form.putWord(headers, section.bytes().length);
    headers.putInt(section.link()).putInt(section.info());
    form.putWord(headers, 8); // sh_addralign
    form.putWord(headers, 0); // sh_entsize
  }

  private void putElfHeader(ByteBuffer file, int sectionTable, int sectionCount) {
    file.put(new byte[] {0x7f, 'E', 'L', 'F'});
    file.put((byte) (form.is64Bit() ? 2 : 1));
    file.put((byte) (form.byteOrder() == ByteOrder.BIG_ENDIAN ? 2 : 1));
    file.put((byte) 1).put(new byte[9]);
    file.putShort((short) 1).putShort((short) machine).putInt(1);
    form.putWord(file, 0); // e_entry
    form.putWord(file, 0); // e_phoff
    form.putWord(file, sectionTable);
    file.putInt(0).putShort((short) (form.is64Bit() ? 64 : 52));
    file.putShort((short) 0).putShort((short) 0); // no program headers
    file.putShort((short) (form.is64Bit() ? 64 : 40));
    file.putShort((short) sectionCount).putShort((short) (sectionCount - 1));
  }

  /** A string table that begins with the empty string. */
  private static final class Strings {

    private final StringBuilder table = new StringBuilder("\0");

    /** Returns where {@code text} stands, which is added if need be. */
    int add(String text) {
      int found = table.indexOf("\0" + text + "\0");
      if (text.isEmpty()) {
        return 0;
      }
      if (found >= 0) {
        return found + 1;
      }
      table.append(text).append('\0');
      return table.length() - text.length() - 1;
    }

    byte[] bytes() {
      return table.toString().getBytes(ISO_8859_1);
    }
  }
}
