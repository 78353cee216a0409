package org.moduletools.indexing;

/**
 * A problem of a module, or of another source of the indexes. The indexes are made all the same.
 *
 * @param level its severity
 * @param text the problem and the file, in depmod's words
 */
public record IndexProblem(Level level, String text) {

  /** The severity of a problem. The names are those that begin a message. */
  public enum Level {
    /** Something is missing in the indexes. */
    ERROR,
    /** Nothing is missing, but something may not be as intended. */
    WARNING,
    /** Something takes longer than necessary. */
    DEBUG
  }

  static IndexProblem error(String text) {
    return new IndexProblem(Level.ERROR, text);
  }

  static IndexProblem warning(String text) {
    return new IndexProblem(Level.WARNING, text);
  }

  static IndexProblem debug(String text) {
    return new IndexProblem(Level.DEBUG, text);
  }
}
