package org.moduletools.elf;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.moduletools.files.OpenFile;

/** A sequence of bytes of known size, read piece by piece in any order. Serves one thread. */
public sealed interface ByteSource permits FileBytes, MemoryBytes {

  /**
   * Returns the bytes of {@code file}, which must stay open while they are read. They are read into
   * {@code scratch}, which invalidates what another source has read into it.
   */
  static ByteSource of(OpenFile file, Scratch scratch) throws IOException {
    scratch.reuse();
    return new FileBytes(file, scratch);
  }

  /** Returns {@code bytes}, which are not copied. */
  static ByteSource of(byte[] bytes) {
    return new MemoryBytes(bytes, bytes.length);
  }

  /** Returns the first {@code sizeBytes} of {@code bytes}, which are not copied. */
  static ByteSource of(byte[] bytes, int sizeBytes) {
    return new MemoryBytes(bytes, sizeBytes);
  }

  /** Returns the number of bytes. */
  long sizeBytes();

  /** Returns whether there are {@code length} bytes from {@code offset} on, both unsigned. */
  default boolean contains(long offset, long length) {
    return offset >= 0 && length >= 0 && offset <= sizeBytes() && length <= sizeBytes() - offset;
  }

  /**
   * Returns the {@code length} bytes from {@code offset} on, in a buffer that has an array. The
   * array may be shared and must not be changed.
   *
   * @throws IllegalArgumentException if there are not so many
   * @throws EOFException if the file became shorter meanwhile
   */
  ByteBuffer read(long offset, int length) throws IOException;
}
