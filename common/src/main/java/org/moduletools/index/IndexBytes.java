package org.moduletools.index;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;

/** The bytes of an index. Each position is checked against their end. */
abstract sealed class IndexBytes permits PagedFile, MemoryBytes {

  private final int sizeBytes;
  private final int inPage;

  /**
   * Pages have the same size, except the last.
   *
   * @param inPage the bits of a position that are the offset in its page
   */
  IndexBytes(int sizeBytes, int inPage) {
    this.sizeBytes = sizeBytes;
    this.inPage = inPage;
  }

  final int sizeBytes() {
    return sizeBytes;
  }

  /** Returns the page with {@code position}, which is within the bytes. */
  abstract byte[] pageOf(int position) throws IOException;

  /**
   * Returns the byte at {@code position}, unsigned.
   *
   * @throws IndexFormatException if that is after the end
   */
  final int byteAt(int position) throws IOException {
    check(position);
    return pageOf(position)[position & inPage] & 0xff;
  }

  private void check(int position) throws IndexFormatException {
    if (position < 0 || position >= sizeBytes) {
      throw new IndexFormatException("index ends early", position);
    }
  }

  /** As {@link #byteAt}, for a number. */
  final int intAt(int position) throws IOException {
    if (position >= 0 && position <= sizeBytes - Integer.BYTES) {
      byte[] page = pageOf(position);
      int at = position & inPage;
      if (at <= page.length - Integer.BYTES) {
        return page[at] << 24
            | (page[at + 1] & 0xff) << 16
            | (page[at + 2] & 0xff) << 8
            | (page[at + 3] & 0xff);
      }
    }
    return byteAt(position) << 24
        | byteAt(position + 1) << 16
        | byteAt(position + 2) << 8
        | byteAt(position + 3);
  }

  /** As {@link #byteAt}, for the length of the text that ends before the next NUL. */
  final int textBytesAt(int position) throws IOException {
    int pageStart = position;
    while (true) {
      check(pageStart);
      byte[] page = pageOf(pageStart);
      int from = pageStart & inPage;
      for (int i = from; i < page.length; i++) {
        if (page[i] == 0) {
          return pageStart - position + i - from;
        }
      }
      pageStart += page.length - from;
    }
  }

  /** As {@link #byteAt}, for {@code length} bytes, which are put into {@code target}. */
  final void copy(int position, int length, byte[] target, int targetAt) throws IOException {
    int done = 0;
    while (done < length) {
      check(position + done);
      byte[] page = pageOf(position + done);
      int from = (position + done) & inPage;
      int part = Math.min(length - done, page.length - from);
      System.arraycopy(page, from, target, targetAt + done, part);
      done += part;
    }
  }

  /** As {@link #byteAt}, for a text of {@code length} bytes; a character for each byte. */
  final String textAt(int position, int length) throws IOException {
    byte[] text = new byte[length];
    copy(position, length, text, 0);
    return new String(text, ISO_8859_1);
  }
}
