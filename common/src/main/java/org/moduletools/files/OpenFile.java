package org.moduletools.files;

import java.io.Closeable;
import java.io.IOException;

/** A file open for reading at any offset. */
public interface OpenFile extends Closeable {

  /** Returns its size when it was opened, or later. */
  long sizeBytes() throws IOException;

  /**
   * Reads bytes from {@code offset} of the file into {@code to}, from {@code at} on.
   *
   * @param length the greatest number of bytes, at least one
   * @return the number of bytes read, or -1 at the end of the file
   */
  int read(long offset, byte[] to, int at, int length) throws IOException;
}
