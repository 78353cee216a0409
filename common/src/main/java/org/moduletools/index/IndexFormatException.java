package org.moduletools.index;

import java.io.IOException;

/** An index file that is damaged; the message says what is wrong and where in the file. */
public final class IndexFormatException extends IOException {

  private static final long serialVersionUID = 1L;

  /** What is wrong, with all that names the place. */
  IndexFormatException(String message) {
    super(message);
  }

  IndexFormatException(String wrong, long offset) {
    this(wrong + ": offset=" + offset);
  }
}
