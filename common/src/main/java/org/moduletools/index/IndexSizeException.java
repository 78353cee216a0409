package org.moduletools.index;

import java.io.IOException;

/** An index that would be larger than the format can tell: no reference reaches that far. */
public final class IndexSizeException extends IOException {

  private static final long serialVersionUID = 1L;

  /** Makes one that says so. */
  public IndexSizeException() {
    this(IndexBuilder.MAX_BYTES);
  }

  IndexSizeException(int maxBytes) {
    super("an index can have no more than " + maxBytes + " bytes");
  }
}
