package org.moduletools.modprobe;

/** Install or remove commands that call each other without end; the message shows the circle. */
final class CommandLoopException extends Exception {

  private static final long serialVersionUID = 1L;

  CommandLoopException(String message) {
    super(message, null, false, false);
  }
}
