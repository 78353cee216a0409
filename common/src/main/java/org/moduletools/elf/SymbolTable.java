package org.moduletools.elf;

import java.nio.ByteBuffer;

/**
 * The symbols of an ELF file, in the order of their numbers from 0 to below {@link #count}.
 *
 * <p>No object is made for each: a kernel's modules have a million symbols, and few are needed.
 * Drawn here for the two classes ({@code Elf32_Sym}, {@code Elf64_Sym} in elf.h; bytes from the
 * beginning):
 *
 * <pre>
 *   32 bit: name 0-3, value 4-7, size 8-11, info 12, other 13, section 14-15
 *   64 bit: name 0-3, info 4, other 5, section 6-7, value 8-15, size 16-23
 * </pre>
 */
public final class SymbolTable {

  /** The {@link #section} of a symbol that another file defines ({@code SHN_UNDEF}). */
  public static final int UNDEFINED = 0;

  /** The {@link #section} of a symbol whose value is just a number ({@code SHN_ABS}). */
  public static final int ABSOLUTE = 0xfff1;

  /** The {@link #binding} of a symbol that may stay undefined ({@code STB_WEAK}). */
  public static final int WEAK = 2;

  /** The {@link #type} of a symbol that stands for a register ({@code STT_SPARC_REGISTER}). */
  public static final int SPARC_REGISTER = 13;

  /** {@code SHN_XINDEX}: the section's number stands in another table. */
  private static final int EXTENDED = 0xffff;

  /**
   * The limit for all names together, so that a million symbols with one endless name cannot fill
   * the memory.
   */
  private static final long MAX_NAMED_BYTES = 64 << 20;

  private final ElfHeader elf;
  private final ByteBuffer symbols;
  private final long offset;
  private final StringTable names;
  private final ByteBuffer extendedSections;
  private final int symbolBytes;
  private final int infoAt;
  private final int sectionAt;
  private final int valueAt;
  private final int sizeAt;

  private long namedBytes;

  SymbolTable(
      ElfHeader elf,
      ByteBuffer symbols,
      long offset,
      StringTable names,
      ByteBuffer extendedSections) {
    this.elf = elf;
    this.symbols = symbols;
    this.offset = offset;
    this.names = names;
    this.extendedSections = extendedSections;
    boolean is64Bit = elf.is64Bit();
    this.symbolBytes = symbolBytes(elf);
    this.infoAt = is64Bit ? 4 : 12;
    this.sectionAt = is64Bit ? 6 : 14;
    this.valueAt = is64Bit ? 8 : 4;
    this.sizeAt = is64Bit ? 16 : 8;
  }

  static SymbolTable empty(ElfHeader elf) {
    ByteBuffer nothing = ByteBuffer.allocate(0);
    return new SymbolTable(elf, nothing, 0, new StringTable(nothing), nothing);
  }

  static int symbolBytes(ElfHeader elf) {
    return elf.is64Bit() ? 24 : 16;
  }

  /** Returns the number of symbols; number 0 is never a real one. */
  public int count() {
    return symbols.limit() / symbolBytes;
  }

  /** Returns the table of the names. */
  public StringTable names() {
    return names;
  }

  /**
   * Returns the offset of a symbol's name in {@link #names}.
   *
   * @throws ElfFormatException if it is outside
   */
  public int nameOffset(int symbol) throws ElfFormatException {
    int nameOffset = symbols.getInt(symbol * symbolBytes);
    if (!names.contains(nameOffset)) {
      throw new ElfFormatException(
          "name of a symbol past end of .strtab", offset + (long) symbol * symbolBytes);
    }
    return nameOffset;
  }

  /**
   * Returns whether a symbol has a name of at least one byte.
   *
   * @throws ElfFormatException if it is outside the table of names
   */
  public boolean hasName(int symbol) throws ElfFormatException {
    return !names.isEmptyAt(nameOffset(symbol));
  }

  /**
   * Returns the name of a symbol.
   *
   * @throws ElfFormatException if it is outside the table of names, or if all names read so far
   *     exceed the limit
   */
  public String name(int symbol) throws ElfFormatException {
    return name(symbol, 0);
  }

  /** As {@link #name(int)}, but without the first {@code prefixBytes}, which it must have. */
  public String name(int symbol, int prefixBytes) throws ElfFormatException {
    int from = nameOffset(symbol);
    return names.between(from + prefixBytes, nameEnd(from));
  }

  /**
   * Returns the name of a symbol by its number in {@code known}.
   *
   * @throws ElfFormatException as {@link #name} does
   */
  public int name(int symbol, Names known) throws ElfFormatException {
    int from = nameOffset(symbol);
    return known.number(names, from, nameEnd(from));
  }

  private int nameEnd(int from) throws ElfFormatException {
    int end = names.end(from);
    namedBytes += end - from;
    if (namedBytes > MAX_NAMED_BYTES) {
      throw new ElfFormatException("names of symbols overlap too often", offset);
    }
    return end;
  }

  /** Returns {@code st_value}: in a relocatable file, where in its section a symbol stands. */
  public long value(int symbol) {
    return elf.word(symbols, symbol * symbolBytes + valueAt);
  }

  /** Returns {@code st_size}: how many bytes a symbol stands for. */
  public long sizeBytes(int symbol) {
    return elf.word(symbols, symbol * symbolBytes + sizeAt);
  }

  /** Returns the number of a symbol's section, or {@link #UNDEFINED}, or {@link #ABSOLUTE}. */
  public int section(int symbol) {
    int section = Short.toUnsignedInt(symbols.getShort(symbol * symbolBytes + sectionAt));
    if (section == EXTENDED && symbol < extendedSections.limit() / Integer.BYTES) {
      return extendedSections.getInt(symbol * Integer.BYTES);
    }
    return section;
  }

  /** Returns the upper half of {@code st_info}, such as {@link #WEAK}. */
  public int binding(int symbol) {
    return info(symbol) >> 4;
  }

  /** Returns the lower half of {@code st_info}, such as {@link #SPARC_REGISTER}. */
  public int type(int symbol) {
    return info(symbol) & 0xf;
  }

  private int info(int symbol) {
    return Byte.toUnsignedInt(symbols.get(symbol * symbolBytes + infoAt));
  }
}
