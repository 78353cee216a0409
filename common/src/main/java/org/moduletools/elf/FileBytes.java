package org.moduletools.elf;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.moduletools.files.OpenFile;

/**
 * Bytes that are in a file. What is read of it is exact for large pieces; a small piece takes its
 * neighbourhood along, since a system call costs more than the bytes: a small file is read at once.
 */
final class FileBytes implements ByteSource {

  /** Up to this size a file is read wholly by the first read. Half of all modules are smaller. */
  private static final int SMALL_FILE_BYTES = 32 << 10;

  /** What one read takes at least. */
  private static final int READ_AHEAD_BYTES = 4 << 10;

  private final OpenFile file;
  private final Scratch scratch;
  private final long sizeBytes;

  /** What the last small read took, from {@link #aheadOffset} on. */
  private ByteBuffer ahead = ByteBuffer.allocate(0);

  private long aheadOffset;

  FileBytes(OpenFile file, Scratch scratch) throws IOException {
    this.file = file;
    this.scratch = scratch;
    this.sizeBytes = file.sizeBytes();
  }

  @Override
  public long sizeBytes() {
    return sizeBytes;
  }

  @Override
  public ByteBuffer read(long offset, int length) throws IOException {
    if (!contains(offset, length)) {
      throw new IllegalArgumentException("offset=" + offset + " length=" + length);
    }
    if (!isAhead(offset, length)) {
      if (sizeBytes <= SMALL_FILE_BYTES) {
        readAhead(0, sizeBytes);
      } else if (length < READ_AHEAD_BYTES) {
        readAhead(offset, Math.min(READ_AHEAD_BYTES, sizeBytes - offset));
      } else {
        return readFully(offset, length);
      }
    }
    return ahead.slice((int) (offset - aheadOffset), length);
  }

  private boolean isAhead(long offset, int length) {
    return offset >= aheadOffset && offset + length <= aheadOffset + ahead.limit();
  }

  private void readAhead(long offset, long length) throws IOException {
    ahead = readFully(offset, (int) length);
    aheadOffset = offset;
  }

  private ByteBuffer readFully(long offset, int length) throws IOException {
    ByteBuffer buffer = scratch.allocate(length);
    for (int done = 0; done < length; ) {
      int count =
          file.read(offset + done, buffer.array(), buffer.arrayOffset() + done, length - done);
      if (count < 0) {
        throw new EOFException("file became shorter: offset=" + (offset + done));
      }
      done += count;
    }
    return buffer;
  }
}
