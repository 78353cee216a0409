package org.moduletools.cli;

import java.util.List;

/**
 * Tells the user something and ends the run with status 1. Thrown by programs only, caught once
 * where the program's run begins; no stack trace is shown.
 */
public final class FatalException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String[] notes;

  /** Makes one whose {@code message} is for the user, without prefix and line end. */
  public FatalException(String message) {
    this(message, List.of());
  }

  /** Makes one whose {@code notes} tell why, each in a line. */
  public FatalException(String message, List<String> notes) {
    super(message, null, false, false);
    this.notes = notes.toArray(String[]::new);
  }

  /** Returns what the user is told. */
  public String text() {
    return String.valueOf(getMessage());
  }

  /** Returns what the user is told behind that: why. */
  public List<String> notes() {
    return List.of(notes);
  }
}
