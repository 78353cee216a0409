package org.moduletools.cli;

import java.util.List;

/**
 * Ends the run with a message for the user and status 1. Thrown by programs only, caught once where
 * the program's run begins; no stack trace is shown.
 */
public final class FatalException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String[] notes;

  /** {@code message} is for the user, without prefix and line end. */
  public FatalException(String message) {
    this(message, List.of());
  }

  /** As above, with {@code notes} on the causes, one line each. */
  public FatalException(String message, List<String> notes) {
    super(message, null, false, false);
    this.notes = notes.toArray(String[]::new);
  }

  /** Returns the message for the user. */
  public String text() {
    return String.valueOf(getMessage());
  }

  /** Returns the notes that follow the message. */
  public List<String> notes() {
    return List.of(notes);
  }
}
