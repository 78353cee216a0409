package org.moduletools.cli;

/**
 * How grave a message is, gravest first; the words stand in each message (kmod 34, tools/log.c:
 * prio_to_str).
 */
public enum Severity {
  /** The program ends at once. */
  FATAL(2),
  /** Something that was asked for could not be done. */
  ERROR(3),
  /** Why something could not be done; shown where the error is. */
  NOTE(3),
  /** Something that the user should know. */
  WARNING(4),
  /** What is done; shown with {@code -v}. */
  NOTICE(5),
  /** More of what is done; shown with {@code -vv}. */
  INFO(6),
  /** For those who look for a fault; shown with {@code -vvv}. */
  DEBUG(7);

  private final int priority;

  Severity(int priority) {
    this.priority = priority;
  }

  /** Returns what syslog(3) calls it: 2, LOG_CRIT, for the gravest, to 7, LOG_DEBUG. */
  int priority() {
    return priority;
  }

  /**
   * Returns the least grave severity that is shown.
   *
   * @param usual what is shown with no {@code -v}
   * @param verbose how many there are, each of which shows one more
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
