package org.moduletools.elf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;

/**
 * Bytes that hold strings, each ended by a NUL; the last one may lack it. Offsets are those of
 * bytes in the table. Strings are ISO 8859-1, so that every byte survives.
 */
public final class StringTable {

  private final byte[] array;
  private final int begin;
  private final int sizeBytes;

  /** Shares the bytes of {@code bytes}, which must have an array. */
  public StringTable(ByteBuffer bytes) {
    this.array = bytes.array();
    this.begin = bytes.arrayOffset() + bytes.position();
    this.sizeBytes = bytes.remaining();
  }

  /** Returns the array, which may hold more than this table; the table begins at {@link #begin}. */
  byte[] array() {
    return array;
  }

  int begin() {
    return begin;
  }

  /** Returns the size of the table. */
  public int sizeBytes() {
    return sizeBytes;
  }

  /** Returns whether {@code offset}, unsigned, lies in the table. */
  public boolean contains(int offset) {
    return offset >= 0 && offset < sizeBytes;
  }

  /**
   * Returns the offset of the first {@code b} from {@code from} to before {@code to}, or
   * {@code to}.
   */
  public int indexOf(byte b, int from, int to) {
    int i = begin + from;
    int end = begin + to;
    for (; i <= end - Long.BYTES; i += Long.BYTES) {
      int before = EightBytes.before(b, EightBytes.at(array, i));
      if (before < Long.BYTES) {
        return i - begin + before;
      }
    }
    for (; i < end; i++) {
      if (array[i] == b) {
        return i - begin;
      }
    }
    return to;
  }

  /** Returns the offset of the NUL that ends the string at {@code offset}, or of the end. */
  public int end(int offset) {
    return indexOf((byte) 0, offset, sizeBytes);
  }

  /** Returns whether the string at {@code offset} is empty. */
  boolean isEmptyAt(int offset) {
    return array[begin + offset] == 0;
  }

  /** Returns the string that begins at {@code offset}. */
  public String at(int offset) {
    return between(offset, end(offset));
  }

  /** Returns the bytes from {@code from} to before {@code to}. */
  public String between(int from, int to) {
    return new String(array, begin + from, to - from, ISO_8859_1);
  }

  /** Returns whether {@code prefix} stands at {@code offset}. */
  public boolean startsWith(int offset, byte[] prefix) {
    if (prefix.length > sizeBytes - offset) {
      return false;
    }
    for (int i = 0; i < prefix.length; i++) {
      if (array[begin + offset + i] != prefix[i]) {
        return false;
      }
    }
    return true;
  }

  /** Returns the first eight bytes of the string at {@code offset}; zeros follow a shorter one. */
  long beginning(int offset) {
    if (offset <= sizeBytes - Long.BYTES) {
      long eight = EightBytes.at(array, begin + offset);
      return EightBytes.first(EightBytes.before((byte) 0, eight), eight);
    }
    long eight = 0;
    for (int i = 0; offset + i < sizeBytes && array[begin + offset + i] != 0; i++) {
      eight |= (array[begin + offset + i] & 0xffL) << (Byte.SIZE * i);
    }
    return eight;
  }

  /** Returns whether the string that begins at {@code offset}, and has an end, is {@code text}. */
  boolean isAt(int offset, String text) {
    int end = offset + text.length();
    return end < sizeBytes && array[begin + end] == 0 && holds(text, offset, end);
  }

  /** Returns whether the bytes from {@code from} to before {@code to} are {@code text}. */
  public boolean holds(String text, int from, int to) {
    if (text.length() != to - from) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != Byte.toUnsignedInt(array[begin + from + i])) {
        return false;
      }
    }
    return true;
  }
}
