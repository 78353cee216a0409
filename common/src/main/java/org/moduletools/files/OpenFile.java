package org.moduletools.files;

import java.io.Closeable;
import java.io.IOException;

/** A file that is open for reading at any place. */
public interface OpenFile extends Closeable {

  /** Returns how many bytes it had when it was opened, or later. */
  long sizeBytes() throws IOException;

  /**
   * Reads bytes from {@code offset} of the file on to {@code to}, from {@code at} on.
   *
   * @param length how many at most, and at least one
   * @return how many were read, or -1 if the file ends there
   */
  int read(long offset, byte[] to, int at, int length) throws IOException;
}
