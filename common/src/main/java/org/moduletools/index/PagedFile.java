package org.moduletools.index;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * An open index file, read page by page on demand. It keeps a bounded number of pages, so that a
 * walk through a large file needs little memory. Safe for use by several threads: a page is never
 * changed after it was read.
 */
final class PagedFile extends IndexBytes implements AutoCloseable {

  private static final int PAGE_BITS = 12;
  private static final int PAGE_BYTES = 1 << PAGE_BITS;

  /** The greatest number of kept pages, a power of two: page p is in slot p modulo their number. */
  private static final int SLOTS = 1024;

  /** A page of the file, with its number. */
  private static final class Page {
    final int number;
    final byte[] bytes;

    Page(int number, byte[] bytes) {
      this.number = number;
      this.bytes = bytes;
    }
  }

  private final FileChannel channel;
  private final @Nullable Page[] pages;

  private PagedFile(FileChannel channel, int sizeBytes) {
    super(sizeBytes, PAGE_BYTES - 1);
    this.channel = channel;
    int slots = 1;
    while (slots < SLOTS && slots << PAGE_BITS < sizeBytes) {
      slots *= 2;
    }
    pages = new Page[slots];
  }

  /**
   * Opens {@code file}.
   *
   * @throws java.nio.file.NoSuchFileException if it is missing
   * @throws IndexFormatException if it is too large for references in an index
   */
  static PagedFile open(Path file) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      long size = channel.size();
      if (size > IndexFormat.POSITION) {
        throw new IndexFormatException("file larger than an index can be", size);
      }
      return new PagedFile(channel, (int) size);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  byte[] pageOf(int position) throws IOException {
    int number = position >>> PAGE_BITS;
    int slot = number & (pages.length - 1);
    Page page = pages[slot];
    if (page == null || page.number != number) {
      page = new Page(number, read(number));
      pages[slot] = page;
    }
    return page.bytes;
  }

  private byte[] read(int number) throws IOException {
    long start = (long) number * PAGE_BYTES;
    ByteBuffer page = ByteBuffer.allocate((int) Math.min(PAGE_BYTES, sizeBytes() - start));
    while (page.hasRemaining()) {
      if (channel.read(page, start + page.position()) < 0) {
        throw new IndexFormatException("file became shorter", start + page.position());
      }
    }
    return page.array();
  }

  /** Closes the file. A failure of close(2) does not affect what was read, and is ignored. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException nothingIsLost) {
      return;
    }
  }
}
