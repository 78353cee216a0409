package org.moduletools.index;

import java.io.IOException;

/** Thrown for a damaged index file or text twin. The message states the fault and its position. */
public final class IndexFormatException extends IOException {

  private static final long serialVersionUID = 1L;

  /** {@code message} states the fault and its position. */
  IndexFormatException(String message) {
    super(message);
  }

  /**
   * Returns the exception for an empty file, as a power cut leaves one that was not yet on the
   * disk.
   */
  static IndexFormatException empty() {
    return new IndexFormatException("it is empty");
  }

  IndexFormatException(String wrong, long offset) {
    this(wrong + ": offset=" + offset);
  }
}
