package org.moduletools.indexing;

import java.io.IOException;

/** No indexes can be made. The message states what is wrong with which file. */
public class IndexingException extends IOException {

  private static final long serialVersionUID = 1L;

  IndexingException(String message) {
    super(message);
  }

  /** Returns what is wrong. */
  public String text() {
    return String.valueOf(getMessage());
  }
}
