package org.moduletools.cli;

/**
 * The severity of a message, most severe first; each message has its word (kmod 34, tools/log.c:
 * prio_to_str).
 */
public enum Severity {
  /** The program ends at once. */
  FATAL(2),
  /** A part of the request failed. */
  ERROR(3),
  /** The cause of an error; shown with it. */
  NOTE(3),
  /** Something that the user should know. */
  WARNING(4),
  /** An action; shown with {@code -v}. */
  NOTICE(5),
  /** Details of an action; shown with {@code -vv}. */
  INFO(6),
  /** For debugging; shown with {@code -vvv}. */
  DEBUG(7);

  private final int priority;

  Severity(int priority) {
    this.priority = priority;
  }

  /** Returns its priority in syslog(3): from 2, LOG_CRIT, for the most severe, to 7, LOG_DEBUG. */
  int priority() {
    return priority;
  }

  /**
   * Returns the least severity that is shown.
   *
   * @param usual the one without {@code -v}
   * @param verbose the number of {@code -v}, each of which shows one more
   */
  public static Severity threshold(Severity usual, int verbose) {
    Severity least = usual;
    for (Severity severity : values()) {
      boolean isShown = severity.priority <= usual.priority + verbose;
      least = isShown ? severity : least;
    }
    return least;
  }
}
