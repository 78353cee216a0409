package org.moduletools.indexing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The bytes of an output file, one for each appended character. They are kept in pieces, so that
 * growing copies nothing.
 */
final class OutputBytes {

  /**
   * The first piece is small, since many files are; each next one is twice as large, up to this.
   */
  private static final int MAX_PIECE_BYTES = 1 << 16;

  private final List<ByteBuffer> full = new ArrayList<>();
  private byte[] last = new byte[1 << 12];
  private int lastSize;

  /** Returns the bytes of {@code bytes}, which are not copied. */
  static OutputBytes of(ByteBuffer bytes) {
    OutputBytes all = new OutputBytes();
    all.full.add(bytes);
    return all;
  }

  /** Appends a text; a character above 255 becomes a question mark. */
  OutputBytes append(String text) {
    return append(text.getBytes(ISO_8859_1));
  }

  /** Appends the bytes of a text that is appended often. */
  OutputBytes append(byte[] bytes) {
    makeRoom(bytes.length);
    System.arraycopy(bytes, 0, last, lastSize, bytes.length);
    lastSize += bytes.length;
    return this;
  }

  /** Appends a 7-bit character. */
  OutputBytes append(char c) {
    makeRoom(1);
    last[lastSize++] = (byte) c;
    return this;
  }

  private void makeRoom(int length) {
    if (last.length - lastSize < length) {
      full.add(ByteBuffer.wrap(last, 0, lastSize));
      last = new byte[Math.max(length, Math.min(2 * last.length, MAX_PIECE_BYTES))];
      lastSize = 0;
    }
  }

  boolean isEmpty() {
    return full.stream().noneMatch(ByteBuffer::hasRemaining) && lastSize == 0;
  }

  /** Returns the pieces in their order; they are not copied. */
  List<ByteBuffer> pieces() {
    List<ByteBuffer> pieces = new ArrayList<>();
    full.forEach(piece -> pieces.add(piece.duplicate()));
    pieces.add(ByteBuffer.wrap(last, 0, lastSize));
    return pieces;
  }

  /** Returns a copy of all of them. */
  byte[] toByteArray() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (ByteBuffer piece : pieces()) {
      bytes.write(piece.array(), piece.arrayOffset() + piece.position(), piece.remaining());
    }
    return bytes.toByteArray();
  }

  /** Returns a text with a character for each byte. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    pieces().forEach(piece -> text.append(ISO_8859_1.decode(piece)));
    return text.toString();
  }
}
