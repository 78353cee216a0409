package org.moduletools.index;

import java.io.IOException;

/** Thrown for an index that would be too large for the references of its format. */
public final class IndexSizeException extends IOException {

  private static final long serialVersionUID = 1L;

  public IndexSizeException() {
    this(IndexBuilder.MAX_BYTES);
  }

  IndexSizeException(int maxBytes) {
    super("an index can have no more than " + maxBytes + " bytes");
  }
}
