package org.moduletools.indexing;

/** Modules need each other in a circle. The listener was given each circle. */
public final class LoopException extends IndexingException {

  private static final long serialVersionUID = 1L;

  LoopException(String message) {
    super(message);
  }
}
