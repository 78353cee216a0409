package org.moduletools.config;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.moduletools.files.IoReason;

/**
 * A problem of the configuration, for the user.
 *
 * @param level its severity
 * @param text the problem and its place, in kmod's words where kmod reports it
 */
public record ConfigProblem(Level level, String text) {

  /** The severity of a problem. Most names are those that begin a message. */
  public enum Level {
    /** A part of the configuration is ignored. */
    ERROR,
    /** All of it is used, but in a deprecated form. */
    WARNING,
    /** A file named on the command line does not exist, which may be intended. */
    NOTICE,
    /** This user may not read a file, which root may: of no weight for kmod. */
    DENIED,
    /** A file does not count for its name alone: told to whoever looks at the configuration. */
    PASSED_OVER,
    /** Nothing that kmod would use is ignored, but the form is unusual. */
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

  /** Returns that {@code file}, which is in a directory of the configuration, does not count. */
  public static ConfigProblem passedOver(ConfigPlace file) {
    return new ConfigProblem(
        Level.PASSED_OVER,
        file + " does not count, since its name does not end in " + ConfigFiles.ENDING);
  }

  static ConfigProblem info(String text) {
    return new ConfigProblem(Level.INFO, text);
  }

  /**
   * Returns the problem that a file cannot be read, with the message {@code text}. As in kmod, its
   * severity is low if the file has vanished or this user may not read it; otherwise it is an
   * error.
   */
  static ConfigProblem unreadable(String text, IOException e) {
    if (e instanceof AccessDeniedException) {
      return new ConfigProblem(Level.DENIED, text);
    }
    return isMissing(e) ? info(text) : error(text);
  }

  /**
   * Returns the problem that a file named by the user cannot be read, with the message
   * {@code text}.
   */
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
