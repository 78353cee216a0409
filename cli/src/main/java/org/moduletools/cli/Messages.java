package org.moduletools.cli;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.moduletools.machine.Machine;

/**
 * The messages of a program: one line {@code PROGRAM: SEVERITY: TEXT} on standard error, or
 * {@code SEVERITY: TEXT} in the system log, for each message that is severe enough (kmod 34,
 * tools/log.c: log_printf). In the log a message is always one line.
 */
public final class Messages {

  /** The destination of messages. */
  private interface Sink {
    void say(Severity severity, String text);
  }

  private final Sink sink;
  private final AtomicReference<@Nullable Severity> threshold;

  private Messages(Sink sink, Severity threshold) {
    this.sink = sink;
    this.threshold = new AtomicReference<>(threshold);
  }

  /**
   * Returns the messages of one run.
   *
   * @param program the name that marks them
   * @param syslog whether they go to the system log; they do so too where standard error is closed
   * @param threshold the least grave severity that is shown
   */
  public static Messages of(String program, Host host, boolean syslog, Severity threshold) {
    if (syslog || host.errIsClosed()) {
      Machine machine = host.machine();
      machine.openLog(program);
      return new Messages(
          (severity, text) ->
              machine.log(severity.priority(), severity + ": " + Escapes.OF_A_LINE.in(text)),
          threshold);
    }
    return new Messages(
        (severity, text) -> {
          host.out().flush(); // keeps the order of events where both are one file
          host.err().print(program + ": " + severity + ": " + text + "\n");
        },
        threshold);
  }

  /** Shows nothing from now on, whatever its severity ({@code modprobe -q}). */
  public void silence() {
    threshold.set(null);
  }

  /**
   * Prints {@code text} unless its severity is below the threshold. Safe for use by several
   * threads.
   */
  public void say(Severity severity, String text) {
    if (shows(severity)) {
      sink.say(severity, text);
    }
  }

  /** Returns whether a message of {@code severity} would be shown. */
  public boolean shows(Severity severity) {
    Severity least = threshold.get();
    return least != null && severity.compareTo(least) <= 0;
  }

  /**
   * Returns messages that are put into {@code kept}, and printed when they are run. One thread at a
   * time may use them.
   */
  public Messages keptIn(List<Runnable> kept) {
    return new Messages((severity, text) -> kept.add(() -> say(severity, text)), Severity.DEBUG);
  }

  /** Prints {@code text} as {@link Severity#ERROR}. */
  public void error(String text) {
    say(Severity.ERROR, text);
  }

  /** Prints {@code text} as {@link Severity#NOTE}. */
  public void note(String text) {
    say(Severity.NOTE, text);
  }

  /** Prints {@code text} as {@link Severity#WARNING}. */
  public void warning(String text) {
    say(Severity.WARNING, text);
  }
}
