package org.moduletools.index;

/** An index that was built in memory. */
final class MemoryBytes extends IndexBytes {

  private final byte[] bytes;

  MemoryBytes(byte[] bytes) {
    super(bytes.length);
    this.bytes = bytes;
  }

  @Override
  byte byteWithin(int position) {
    return bytes[position];
  }
}
