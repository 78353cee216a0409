package org.moduletools.elf;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.moduletools.files.OpenFile;

/**
 * The bytes of a file. A large piece is read exactly; for a small one more is read ahead, since a
 * system call costs more than the bytes. A small file is read whole.
 */
final class FileBytes implements ByteSource {

  /** Up to this size a file is read whole by the first read. Half of all modules are smaller. */
  private static final int SMALL_FILE_BYTES = 32 << 10;

  /** The least that one read asks for. */
  private static final int READ_AHEAD_BYTES = 4 << 10;

  private final OpenFile file;
  private final Scratch scratch;
  private final long sizeBytes;

  /** The bytes of the last small read, from {@link #aheadOffset} on. */
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
