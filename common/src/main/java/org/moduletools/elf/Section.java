package org.moduletools.elf;

import java.nio.ByteBuffer;

/**
 * The header of a section ({@code Elf32_Shdr}, {@code Elf64_Shdr} in elf.h).
 *
 * @param headerOffset the offset of the header itself in the file
 * @param nameOffset {@code sh_name}, unsigned: the offset of its name in the section name table
 * @param type {@code sh_type}, unsigned
 * @param flags {@code sh_flags}
 * @param offset {@code sh_offset}, unsigned: the offset of its bytes in the file
 * @param sizeBytes {@code sh_size}, unsigned
 * @param link {@code sh_link}, unsigned: the number of an associated section
 */
public record Section(
    long headerOffset,
    int nameOffset,
    int type,
    long flags,
    long offset,
    long sizeBytes,
    int link) {

  /** The {@link #type} of a section that has no bytes in the file, such as {@code .bss}. */
  public static final int NOBITS = 8;

  /** Reads the header that begins at byte {@code position} of {@code headers}. */
  static Section parse(ElfHeader elf, ByteBuffer headers, int position) {
    boolean is64Bit = elf.is64Bit();
    return new Section(
        elf.sectionTableOffset() + position,
        headers.getInt(position),
        headers.getInt(position + 4),
        elf.word(headers, position + 8),
        elf.word(headers, position + (is64Bit ? 24 : 16)),
        elf.word(headers, position + (is64Bit ? 32 : 20)),
        headers.getInt(position + (is64Bit ? 40 : 24)));
  }
}
