package org.moduletools.index;

import java.io.IOException;

/**
 * An index file, or its text twin, that is damaged; the message says what is wrong and where in the
 * file.
 */
public final class IndexFormatException extends IOException {

  private static final long serialVersionUID = 1L;

  /** What is wrong, with all that names the place. */
  IndexFormatException(String message) {
    super(message);
  }

  /** A file without a byte, as a power cut leaves one that was not yet on the disk. */
  static IndexFormatException empty() {
    return new IndexFormatException("it is empty");
  }

  IndexFormatException(String wrong, long offset) {
    this(wrong + ": offset=" + offset);
  }
}
