package org.moduletools.elf;

import java.nio.ByteBuffer;

/** Bytes that are in memory: of a file that had to be decompressed. */
final class MemoryBytes implements ByteSource {

  private final byte[] bytes;

  MemoryBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  @Override
  public long sizeBytes() {
    return bytes.length;
  }

  @Override
  public ByteBuffer read(long offset, int length) {
    if (!contains(offset, length)) {
      throw new IllegalArgumentException("offset=" + offset + " length=" + length);
    }
    return ByteBuffer.wrap(bytes, (int) offset, length).slice();
  }
}
