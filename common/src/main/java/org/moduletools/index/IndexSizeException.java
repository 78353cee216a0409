package org.moduletools.index;

/** An index that would be larger than the format can tell: no reference reaches that far. */
public final class IndexSizeException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Makes one. */
  public IndexSizeException() {
    super("an index can have no more than " + IndexBuilder.MAX_BYTES + " bytes");
  }
}
