package org.moduletools.modprobe;

/**
 * Thrown for install or remove commands that call each other without end; the message shows the
 * cycle.
 */
final class CommandLoopException extends Exception {

  private static final long serialVersionUID = 1L;

  CommandLoopException(String message) {
    super(message, null, false, false);
  }
}
