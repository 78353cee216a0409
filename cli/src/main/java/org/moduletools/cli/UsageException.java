package org.moduletools.cli;

/**
 * Thrown for an invalid command line; the message is the line that getopt_long(3) of glibc would
 * print.
 */
final class UsageException extends Exception {

  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message, null, false, false);
  }
}
