package org.moduletools.indexing;

/**
 * Something wrong with a module, or with another file that the indexes are made from. The indexes
 * are made all the same.
 *
 * @param level how much it matters
 * @param text what is wrong with which file, in depmod's words
 */
public record IndexProblem(Level level, String text) {

  /** How much a problem matters. The names are those that begin a message. */
  public enum Level {
    /** Something is missing in the indexes. */
    ERROR,
    /** Nothing is missing, but something may not be as it was meant. */
    WARNING,
    /** Something takes longer than it need. */
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
