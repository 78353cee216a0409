package org.moduletools.config;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.moduletools.files.IoReason;

/**
 * Something wrong in the configuration that the user should hear of.
 *
 * @param level how much it matters
 * @param text what is wrong and where, as kmod says it if kmod says it
 */
public record ConfigProblem(Level level, String text) {

  /** How much a problem matters. Most names are those that begin a message. */
  public enum Level {
    /** A part of the configuration does not count, and the rest does. */
    ERROR,
    /** All counts as it stands, but not in a way that has a future. */
    WARNING,
    /** What the user named on the command line is not there, which may well be meant. */
    NOTICE,
    /** A file does not count for its name alone: told to whoever looks at the configuration. */
    PASSED_OVER,
    /** Nothing is lost that kmod would have used, but someone who looks closer may wonder. */
    INFO
  }

  static ConfigProblem error(String text) {
    return new ConfigProblem(Level.ERROR, text);
  }

  static ConfigProblem warning(String text) {
    return new ConfigProblem(Level.WARNING, text);
  }

  static ConfigProblem notice(String text) {
    return new ConfigProblem(Level.NOTICE, text);
  }

  static ConfigProblem passedOver(String text) {
    return new ConfigProblem(Level.PASSED_OVER, text);
  }

  static ConfigProblem info(String text) {
    return new ConfigProblem(Level.INFO, text);
  }

  /**
   * Returns that a file cannot be read, which {@code text} says: of no weight if it has gone or is
   * not for this user, as for kmod, but an error if it should be readable and is not.
   */
  static ConfigProblem unreadable(String text, IOException e) {
    return isMissing(e) || e instanceof AccessDeniedException ? info(text) : error(text);
  }

  /** Returns that a file cannot be read that the user named, which {@code text} says. */
  static ConfigProblem unreadableNamed(String text, IOException e) {
    if (isMissing(e)) {
      return notice(text);
    }
    return e instanceof AccessDeniedException ? warning(text) : error(text);
  }

  private static boolean isMissing(IOException e) {
    return e instanceof NoSuchFileException || IoReason.of(e).equals("Not a directory");
  }
}
