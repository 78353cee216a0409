package org.moduletools.index;

/** An index that was built in memory: a single page. */
final class MemoryBytes extends IndexBytes {

  private final byte[] bytes;

  MemoryBytes(byte[] bytes) {
    super(bytes.length, -1);
    this.bytes = bytes;
  }

  @Override
  byte[] pageOf(int position) {
    return bytes;
  }
}
