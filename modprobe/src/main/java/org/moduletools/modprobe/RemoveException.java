package org.moduletools.modprobe;

/** A module that could not be removed; the message is the line that the user reads. */
final class RemoveException extends Exception {

  private static final long serialVersionUID = 1L;

  private final boolean fatal;

  private RemoveException(String message, boolean fatal) {
    super(message, null, false, false);
    this.fatal = fatal;
  }

  /** Makes one that ends the run, or with {@code -a} is a warning. */
  static RemoveException fatal(String message) {
    return new RemoveException(message, true);
  }

  /** Makes one after which the next name has its turn. */
  static RemoveException error(String message) {
    return new RemoveException(message, false);
  }

  boolean isFatal() {
    return fatal;
  }
}
