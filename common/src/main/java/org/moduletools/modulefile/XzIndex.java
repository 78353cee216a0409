package org.moduletools.modulefile;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The sizes stated at the end of an .xz file (The .xz File Format 1.2.1, 2.1.2 and 4):
 *
 * <pre>
 *   index    byte 0, count of blocks, of each: its size, and that of what it holds
 *   footer   CRC-32 in 4 bytes, size of the index in 4, flags in 2, "YZ"
 * </pre>
 *
 * <p>Numbers in the index have 7 bits in each byte, the lowest first, and a high bit but in the
 * last. Nothing is checked: the decoder does that.
 */
final class XzIndex {

  private static final int FOOTER_BYTES = 12;
  private static final int UNIT_BYTES = 4;
  private static final int MAX_BLOCKS = 1 << 16;

  private XzIndex() {}

  /** Returns the decompressed size of {@code length} bytes from {@code offset} on; 0 in doubt. */
  static long statedBytes(byte[] file, int offset, int length) {
    if (length < FOOTER_BYTES) {
      return 0;
    }
    int end = offset + length - FOOTER_BYTES;
    int units = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(end + 4);
    long indexBytes = (Integer.toUnsignedLong(units) + 1) * UNIT_BYTES;
    if (indexBytes > length - FOOTER_BYTES) {
      return 0;
    }
    try {
      return sum(ByteBuffer.wrap(file, end - (int) indexBytes, (int) indexBytes));
    } catch (BufferUnderflowException damaged) {
      return 0;
    }
  }

  private static long sum(ByteBuffer index) {
    index.get();
    long blocks = Math.min(number(index), MAX_BLOCKS);
    long sum = 0;
    for (long i = 0; i < blocks; i++) {
      number(index);
      sum += number(index);
    }
    return Math.max(sum, 0);
  }

  private static long number(ByteBuffer index) {
    long number = 0;
    for (int shift = 0; ; shift += 7) {
      byte part = index.get();
      number |= (long) (part & 0x7f) << shift;
      if (part >= 0) {
        return number;
      }
    }
  }
}
