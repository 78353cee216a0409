package org.moduletools.indexing;

import java.io.IOException;

/** Thrown when no indexes can be made. The message states the problem and the file. */
public class IndexingException extends IOException {

  private static final long serialVersionUID = 1L;

  IndexingException(String message) {
    super(message);
  }

  /** Returns the message. */
  public String text() {
    return String.valueOf(getMessage());
  }
}
