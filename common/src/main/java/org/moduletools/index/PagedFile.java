package org.moduletools.index;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * An open index file, of which only the pages are read that are asked for. It keeps a bounded
 * number of them, so that a walk through a large file needs little memory.
 */
final class PagedFile extends IndexBytes implements AutoCloseable {

  private static final int PAGE_BYTES = 4096;

  /** How many pages are kept at most: page p in slot p modulo this. */
  private static final int SLOTS = 256;

  private final FileChannel channel;
  private final byte[][] pages;

  /** Which page each slot has; -1 if none yet. */
  private final int[] numbers;

  private PagedFile(FileChannel channel, int sizeBytes) {
    super(sizeBytes);
    this.channel = channel;
    int slots = Math.min(SLOTS, sizeBytes / PAGE_BYTES + 1);
    pages = new byte[slots][];
    numbers = new int[slots];
    Arrays.fill(numbers, -1);
  }

  /**
   * Opens {@code file}.
   *
   * @throws java.nio.file.NoSuchFileException if it is not there
   * @throws IndexFormatException if it is larger than references in an index can tell
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
  byte byteWithin(int position) throws IOException {
    int number = position / PAGE_BYTES;
    int slot = number % pages.length;
    if (numbers[slot] != number) {
      numbers[slot] = -1;
      pages[slot] = read(number);
      numbers[slot] = number;
    }
    return pages[slot][position % PAGE_BYTES];
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

  /** What was read stays true, so it does not matter what close(2) may say of a file. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException nothingIsLost) {
      return;
    }
  }
}
