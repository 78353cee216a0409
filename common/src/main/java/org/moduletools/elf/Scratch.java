package org.moduletools.elf;

import java.nio.ByteBuffer;

/**
 * Memory that is used again for each of many files, one after the other: fresh memory costs more
 * than what is read into it. Serves one thread.
 */
public final class Scratch {

  private final byte[] memory;
  private int usedBytes;

  /** Takes {@code sizeBytes} of memory, which may be 0. What does not fit is taken afresh. */
  public Scratch(int sizeBytes) {
    this.memory = new byte[sizeBytes];
  }

  /** Declares what {@link #allocate} gave so far as free to be given again. */
  void reuse() {
    usedBytes = 0;
  }

  /** Returns a buffer of {@code sizeBytes}, which may hold anything. */
  ByteBuffer allocate(int sizeBytes) {
    if (sizeBytes > memory.length - usedBytes) {
      return ByteBuffer.allocate(sizeBytes);
    }
    ByteBuffer buffer = ByteBuffer.wrap(memory, usedBytes, sizeBytes).slice();
    usedBytes += sizeBytes;
    return buffer;
  }
}
