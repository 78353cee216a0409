package org.moduletools.indexing;

/** Thrown for modules in dependency cycles. The listener has received each cycle. */
public final class LoopException extends IndexingException {

  private static final long serialVersionUID = 1L;

  LoopException(String message) {
    super(message);
  }
}
