package org.moduletools.cli;

import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What a program tells its user beside its output: one line {@code PROGRAM: SEVERITY: TEXT} on
 * standard error for each message that is grave enough (kmod 34, tools/log.c: log_printf).
 */
public final class Messages {

  private final String program;
  private final PrintStream err;
  private final AtomicReference<@Nullable Severity> threshold;

  /**
   * Makes the messages of one run.
   *
   * @param program the name that begins each line
   * @param err where they go
   * @param threshold the least grave severity that is shown
   */
  public Messages(String program, PrintStream err, Severity threshold) {
    this.program = program;
    this.err = err;
    this.threshold = new AtomicReference<>(threshold);
  }

  /** Shows nothing from now on, whatever its severity ({@code modprobe -q}). */
  public void silence() {
    threshold.set(null);
  }

  /**
   * Says {@code text} unless its severity is below what is shown. Safe for use by several threads.
   */
  public void say(Severity severity, String text) {
    if (shows(severity)) {
      err.print(program + ": " + severity + ": " + text + "\n");
    }
  }

  /** Returns whether a message of {@code severity} would be shown. */
  public boolean shows(Severity severity) {
    Severity least = threshold.get();
    return least != null && severity.compareTo(least) <= 0;
  }

  /** Says {@code text} as {@link Severity#ERROR}. */
  public void error(String text) {
    say(Severity.ERROR, text);
  }

  /** Says {@code text} as {@link Severity#WARNING}. */
  public void warning(String text) {
    say(Severity.WARNING, text);
  }
}
