package org.moduletools.depmod;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;

/** A text file being written: its bytes, one for each character. */
final class TextBytes {

  private byte[] bytes = new byte[1 << 16];
  private int size;

  /** Appends a text. */
  TextBytes append(String text) {
    return append(text.getBytes(ISO_8859_1));
  }

  /** Appends bytes. */
  TextBytes append(byte[] text) {
    makeRoom(text.length);
    System.arraycopy(text, 0, bytes, size, text.length);
    size += text.length;
    return this;
  }

  /** Appends a 7-bit character. */
  TextBytes append(char c) {
    makeRoom(1);
    bytes[size++] = (byte) c;
    return this;
  }

  private void makeRoom(int length) {
    if (bytes.length - size < length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, Math.addExact(size, length)));
    }
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** Returns a copy of the bytes. */
  byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }
}
