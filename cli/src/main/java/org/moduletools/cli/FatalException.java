package org.moduletools.cli;

/**
 * Tells the user something and ends the run with status 1. Thrown by programs only, caught once
 * where the program's run begins; no stack trace is shown.
 */
public final class FatalException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Makes one whose {@code message} is for the user, without prefix and line end. */
  public FatalException(String message) {
    super(message, null, false, false);
  }

  /** Returns what the user is told. */
  public String text() {
    return String.valueOf(getMessage());
  }
}
