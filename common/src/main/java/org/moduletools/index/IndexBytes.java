package org.moduletools.index;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;

/** The bytes of an index. Each question is checked against their end. */
abstract sealed class IndexBytes permits PagedFile, MemoryBytes {

  private final int sizeBytes;

  IndexBytes(int sizeBytes) {
    this.sizeBytes = sizeBytes;
  }

  final int sizeBytes() {
    return sizeBytes;
  }

  /** Returns the byte at a position that is within. */
  abstract byte byteWithin(int position) throws IOException;

  /**
   * Returns the byte at {@code position}, unsigned.
   *
   * @throws IndexFormatException if that is behind the end
   */
  final int byteAt(int position) throws IOException {
    if (position < 0 || position >= sizeBytes) {
      throw new IndexFormatException("index ends early", position);
    }
    return byteWithin(position) & 0xff;
  }

  /** As {@link #byteAt}, for a number. */
  final int intAt(int position) throws IOException {
    return byteAt(position) << 24
        | byteAt(position + 1) << 16
        | byteAt(position + 2) << 8
        | byteAt(position + 3);
  }

  /** As {@link #byteAt}, for the length of the text that ends before the next NUL. */
  final int textBytesAt(int position) throws IOException {
    int end = position;
    while (byteAt(end) != 0) {
      end++;
    }
    return end - position;
  }

  /** As {@link #byteAt}, for a text of {@code length} bytes; a character for each byte. */
  final String textAt(int position, int length) throws IOException {
    byte[] text = new byte[length];
    for (int i = 0; i < length; i++) {
      text[i] = (byte) byteAt(position + i);
    }
    return new String(text, ISO_8859_1);
  }
}
