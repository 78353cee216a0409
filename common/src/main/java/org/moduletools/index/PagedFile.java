package org.moduletools.index;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** An open file that is read page by page, each once, and only where something is asked for. */
final class PagedFile implements AutoCloseable {

  private static final int PAGE_BYTES = 4096;

  private final FileChannel channel;
  private final int sizeBytes;
  private final byte[] @Nullable [] pages;
  private long textBytesRead;

  /**
   * Opens {@code file}.
   *
   * @throws IndexFormatException if it is larger than positions in an index can tell
   */
  PagedFile(Path file) throws IOException {
    channel = FileChannel.open(file, StandardOpenOption.READ);
    long size = channel.size();
    if (size > IndexFormat.POSITION) {
      channel.close();
      throw new IndexFormatException("file larger than an index can be", size);
    }
    sizeBytes = (int) size;
    pages = new byte[(sizeBytes + PAGE_BYTES - 1) / PAGE_BYTES][];
  }

  int sizeBytes() {
    return sizeBytes;
  }

  /** Returns the byte at {@code position}, unsigned. */
  int byteAt(int position) throws IOException {
    if (position < 0 || position >= sizeBytes) {
      throw new IndexFormatException("index ends early", position);
    }
    return page(position / PAGE_BYTES)[position % PAGE_BYTES] & 0xff;
  }

  int intAt(int position) throws IOException {
    return byteAt(position) << 24
        | byteAt(position + 1) << 16
        | byteAt(position + 2) << 8
        | byteAt(position + 3);
  }

  /** Returns the text from {@code position} up to the next NUL. */
  String textAt(int position) throws IOException {
    int end = position;
    while (byteAt(end) != 0) {
      end++;
    }
    byte[] text = new byte[end - position];
    textBytesRead += text.length + 1;
    for (int i = 0; i < text.length; i++) {
      text[i] = (byte) byteAt(position + i);
    }
    return new String(text, ISO_8859_1);
  }

  /** Returns how many bytes of text were read, those read again counted again. */
  long textBytesRead() {
    return textBytesRead;
  }

  private byte[] page(int number) throws IOException {
    byte[] page = pages[number];
    if (page == null) {
      page = new byte[PAGE_BYTES];
      ByteBuffer buffer = ByteBuffer.wrap(page);
      long start = (long) number * PAGE_BYTES;
      int wanted = (int) Math.min(PAGE_BYTES, sizeBytes - start);
      while (buffer.position() < wanted) {
        if (channel.read(buffer, start + buffer.position()) < 0) {
          throw new IndexFormatException("file became shorter", start + buffer.position());
        }
      }
      pages[number] = page;
    }
    return page;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
