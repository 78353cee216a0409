package org.moduletools.depmod;

import java.util.Arrays;

/** A text file being written: its bytes, one for each character. */
final class TextBytes {

  private byte[] bytes = new byte[1 << 16];
  private int size;

  /** Appends a text. */
  TextBytes append(String text) {
    makeRoom(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      bytes[size++] = (byte) (c < 256 ? c : '?');
    }
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
