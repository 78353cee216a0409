package org.moduletools.elf;

import java.nio.ByteBuffer;

/**
 * Memory that is used again for each of many files, one after the other: fresh memory costs more
 * than what is read into it. Serves one thread.
 */
public final class Scratch {

  private static final int FIRST_BYTES = 1 << 16;

  private final int mostBytes;
  private byte[] memory = new byte[0];
  private int usedBytes;

  /** Takes memory as it is needed, and keeps up to {@code mostBytes} of it, which may be 0. */
  public Scratch(int mostBytes) {
    this.mostBytes = mostBytes;
  }

  /** Declares what {@link #allocate} gave so far as free to be given again. */
  void reuse() {
    usedBytes = 0;
  }

  /** Returns a buffer of {@code length} bytes, which may hold anything. */
  ByteBuffer allocate(int length) {
    if (length > mostBytes - usedBytes) {
      return ByteBuffer.allocate(length);
    }
    if (length > memory.length - usedBytes) { // what was given of the old memory remains
      int needed = Math.max(usedBytes + length, FIRST_BYTES);
      memory = new byte[Math.min(Math.max(2 * memory.length, needed), mostBytes)];
    }
    ByteBuffer buffer = ByteBuffer.wrap(memory, usedBytes, length).slice();
    usedBytes += length;
    return buffer;
  }
}
