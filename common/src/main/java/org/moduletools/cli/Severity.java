package org.moduletools.cli;

/**
 * How grave a message is, gravest first; the words stand in each message (kmod 34, tools/log.c:
 * prio_to_str).
 */
public enum Severity {
  /** The program ends at once. */
  FATAL,
  /** Something that was asked for could not be done. */
  ERROR,
  /** Something that the user should know. */
  WARNING,
  /** What is done; shown with {@code -v}. */
  NOTICE,
  /** More of what is done; shown with {@code -vv}. */
  INFO,
  /** For those who look for a fault; shown with {@code -vvv}. */
  DEBUG
}
