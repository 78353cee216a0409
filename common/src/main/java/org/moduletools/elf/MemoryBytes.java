package org.moduletools.elf;

import java.nio.ByteBuffer;

/** Bytes in memory, such as those of a decompressed file. */
final class MemoryBytes implements ByteSource {

  private final byte[] bytes;
  private final int sizeBytes;

  MemoryBytes(byte[] bytes, int sizeBytes) {
    this.bytes = bytes;
    this.sizeBytes = sizeBytes;
  }

  @Override
  public long sizeBytes() {
    return sizeBytes;
  }

  @Override
  public ByteBuffer read(long offset, int length) {
    if (!contains(offset, length)) {
      throw new IllegalArgumentException("offset=" + offset + " length=" + length);
    }
    return ByteBuffer.wrap(bytes, (int) offset, length).slice();
  }
}
