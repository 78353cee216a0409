package org.moduletools.devicetable;

import java.nio.ByteOrder;
import org.moduletools.elf.ElfFile;

/**
 * How a machine's C compiler lays out a struct.
 *
 * @param wordBytes the size of a {@code kernel_ulong_t} and of a pointer
 * @param maxAlignment the greatest alignment of a member without an attribute
 * @param byteOrder the order of bytes in all numbers
 */
record Abi(int wordBytes, int maxAlignment, ByteOrder byteOrder) {

  /** {@code EM_68K}: nothing is aligned to more than two bytes there (GCC, -mno-align-int). */
  private static final int M68K = 4;

  static Abi of(ElfFile elf) {
    int wordBytes = elf.is64Bit() ? Long.BYTES : Integer.BYTES;
    boolean isM68k = elf.machine() == M68K && !elf.is64Bit();
    return new Abi(wordBytes, isM68k ? Short.BYTES : wordBytes, elf.byteOrder());
  }
}
