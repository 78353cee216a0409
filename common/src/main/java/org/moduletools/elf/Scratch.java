package org.moduletools.elf;

import java.nio.ByteBuffer;

/**
 * Memory reused for one file after the other: allocating costs more than reading. Serves one
 * thread.
 */
public final class Scratch {

  private static final int FIRST_BYTES = 1 << 16;

  private final int mostBytes;
  private byte[] memory = new byte[0];
  private int usedBytes;

  /** Allocates memory as needed, and keeps up to {@code mostBytes} of it, which may be 0. */
  public Scratch(int mostBytes) {
    this.mostBytes = mostBytes;
  }

  /** Frees all that {@link #allocate} has returned, for use by later calls. */
  void reuse() {
    usedBytes = 0;
  }

  /** Returns a buffer of {@code length} bytes, which may hold anything. */
  ByteBuffer allocate(int length) {
    if (length > mostBytes - usedBytes) {
      return ByteBuffer.allocate(length);
    }
    if (length > memory.length - usedBytes) { // buffers of the old memory remain valid
      int needed = Math.max(usedBytes + length, FIRST_BYTES);
      memory = new byte[Math.min(Math.max(2 * memory.length, needed), mostBytes)];
    }
    ByteBuffer buffer = ByteBuffer.wrap(memory, usedBytes, length).slice();
    usedBytes += length;
    return buffer;
  }
}
