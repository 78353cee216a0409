package org.moduletools.depmod;

import java.io.PrintStream;
import java.time.Duration;
import org.moduletools.cli.Host;
import org.moduletools.kernel.TimeSource;

/**
 * Shows the progress of a long run on a terminal, in one line that is rewritten and at the end
 * erased. A run of less than a second shows nothing. Safe for use by several threads.
 */
final class Progress {

  private static final Duration BEFORE_FIRST = Duration.ofSeconds(1);
  private static final Duration BETWEEN = Duration.ofMillis(100);

  /** To the begin of the line, and erase up to its end (console_codes(4)). */
  private static final String ERASE = "\r\033[K";

  private final PrintStream terminal;
  private final TimeSource time;
  private final boolean wanted;
  private int total;
  private int done;
  private Duration due = Duration.ZERO;
  private boolean shown;

  /** Writes to {@code terminal} if {@code wanted}. */
  Progress(PrintStream terminal, TimeSource time, boolean wanted) {
    this.terminal = terminal;
    this.time = time;
    this.wanted = wanted;
  }

  /**
   * Returns the progress for the standard error of {@code host}, which is shown on a terminal
   * alone.
   */
  static Progress of(Host host) {
    return new Progress(host.bareErr(), host.time(), host.errIsTerminal());
  }

  /** Begins a run of {@code newTotal} steps. */
  synchronized void begin(int newTotal) {
    total = newTotal;
    done = 0;
    due = wanted ? time.now().plus(BEFORE_FIRST) : Duration.ZERO;
  }

  /** Counts one more step. */
  void step() {
    if (wanted) {
      countAndShow();
    }
  }

  private synchronized void countAndShow() {
    done++;
    Duration now = time.now();
    if (now.compareTo(due) < 0) {
      return;
    }
    due = now.plus(BETWEEN);
    shown = true;
    terminal.print(ERASE + "depmod: " + done + " of " + total + " modules");
    terminal.flush();
  }

  /** Erases the line. */
  synchronized void end() {
    if (shown) {
      terminal.print(ERASE);
      terminal.flush();
      shown = false;
    }
  }
}
