package org.moduletools.elf;

import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The four forms in which an ELF file comes. */
public enum ElfForm {
  LE32(false, LITTLE_ENDIAN),
  BE32(false, BIG_ENDIAN),
  LE64(true, LITTLE_ENDIAN),
  BE64(true, BIG_ENDIAN);

  private final boolean is64Bit;
  private final ByteOrder byteOrder;

  ElfForm(boolean is64Bit, ByteOrder byteOrder) {
    this.is64Bit = is64Bit;
    this.byteOrder = byteOrder;
  }

  public boolean is64Bit() {
    return is64Bit;
  }

  public ByteOrder byteOrder() {
    return byteOrder;
  }

  /** Returns a buffer of {@code sizeBytes} zeros in this form's byte order. */
  public ByteBuffer allocate(int sizeBytes) {
    return ByteBuffer.allocate(sizeBytes).order(byteOrder);
  }

  /** Returns what {@code buffer}, made by {@link #allocate}, holds up to its capacity. */
  public static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.capacity()];
    buffer.get(0, bytes);
    return bytes;
  }

  /** Writes a number that is as wide as an address. */
  public void putWord(ByteBuffer buffer, long value) {
    if (is64Bit) {
      buffer.putLong(value);
    } else {
      buffer.putInt((int) value);
    }
  }

  /** Returns how wide an address is. */
  public int wordBytes() {
    return is64Bit ? Long.BYTES : Integer.BYTES;
  }
}
