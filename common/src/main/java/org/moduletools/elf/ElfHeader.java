package org.moduletools.elf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The header of an ELF file ({@code Elf32_Ehdr}, {@code Elf64_Ehdr} in elf.h).
 *
 * @param is64Bit whether its class is {@code ELFCLASS64}
 * @param byteOrder that of all its numbers
 * @param type {@code e_type}
 * @param machine {@code e_machine}
 * @param sectionTableOffset {@code e_shoff}, unsigned
 * @param sectionCount the number of section headers, unsigned
 * @param namesSection the number of the section that holds the section names, unsigned
 */
record ElfHeader(
    boolean is64Bit,
    ByteOrder byteOrder,
    int type,
    int machine,
    long sectionTableOffset,
    int sectionCount,
    int namesSection) {

  private static final int IDENT_BYTES = 16;
  private static final int MAGIC = 0x7f454c46;

  /** {@code SHN_XINDEX}: the real number did not fit and stands in the first section header. */
  private static final int EXTENDED = 0xffff;

  /**
   * Reads the header from the beginning of {@code source}.
   *
   * @throws NotElfException if {@code source} does not begin with the magic number
   * @throws ElfFormatException if class, byte order or sizes are none that elf.h knows
   */
  static ElfHeader parse(ByteSource source) throws IOException {
    if (source.sizeBytes() <= IDENT_BYTES || source.read(0, IDENT_BYTES).getInt(0) != MAGIC) {
      throw new NotElfException("not an ELF file", 0);
    }
    ByteBuffer ident = source.read(0, IDENT_BYTES);
    boolean is64Bit = is64Bit(ident.get(4));
    ByteOrder byteOrder = byteOrder(ident.get(5));
    int headerBytes = is64Bit ? 64 : 52;
    if (source.sizeBytes() < headerBytes) {
      throw new ElfFormatException("ELF header past end of file", source.sizeBytes());
    }
    ByteBuffer bytes = source.read(0, headerBytes).order(byteOrder);
    int sizes = is64Bit ? 58 : 46;
    ElfHeader header = new ElfHeader(
        is64Bit,
        byteOrder,
        Short.toUnsignedInt(bytes.getShort(16)),
        Short.toUnsignedInt(bytes.getShort(18)),
        is64Bit ? bytes.getLong(40) : Integer.toUnsignedLong(bytes.getInt(32)),
        Short.toUnsignedInt(bytes.getShort(sizes + 2)),
        Short.toUnsignedInt(bytes.getShort(sizes + 4)));
    if (Short.toUnsignedInt(bytes.getShort(sizes)) != header.sectionHeaderBytes()) {
      throw new ElfFormatException("unknown size of section headers", sizes);
    }
    return header.withExtendedNumbers(source);
  }

  private static boolean is64Bit(byte elfClass) throws ElfFormatException {
    if (elfClass != 1 && elfClass != 2) {
      throw new ElfFormatException("neither 32 nor 64 bit", 4);
    }
    return elfClass == 2;
  }

  private static ByteOrder byteOrder(byte data) throws ElfFormatException {
    if (data != 1 && data != 2) {
      throw new ElfFormatException("unknown byte order", 5);
    }
    return data == 2 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
  }

  /**
   * Returns this header with numbers from the first section header, if they did not fit here (gABI,
   * Sections, "sh_size" and "sh_link" of index 0). kmod 34 refuses such files.
   */
  private ElfHeader withExtendedNumbers(ByteSource source) throws IOException {
    boolean countElsewhere = sectionCount == 0 && sectionTableOffset != 0;
    if (!countElsewhere && namesSection != EXTENDED) {
      return this;
    }
    if (!source.contains(sectionTableOffset, sectionHeaderBytes())) {
      throw new ElfFormatException("section header table past end of file", sectionTableOffset);
    }
    ByteBuffer bytes = source.read(sectionTableOffset, sectionHeaderBytes()).order(byteOrder);
    Section first = Section.parse(this, bytes, 0);
    long count = countElsewhere ? first.sizeBytes() : sectionCount;
    if (Long.compareUnsigned(count, source.sizeBytes() / sectionHeaderBytes()) > 0) {
      throw new ElfFormatException("section header table past end of file", sectionTableOffset);
    }
    int names = namesSection == EXTENDED ? first.link() : namesSection;
    return new ElfHeader(is64Bit, byteOrder, type, machine, sectionTableOffset, (int) count, names);
  }

  /** Returns the size of one section header. */
  int sectionHeaderBytes() {
    return is64Bit ? 64 : 40;
  }

  /** Returns the address-sized number at {@code position}, unsigned. */
  long word(ByteBuffer bytes, int position) {
    return is64Bit ? bytes.getLong(position) : Integer.toUnsignedLong(bytes.getInt(position));
  }
}
