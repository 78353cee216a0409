package org.moduletools.kernel;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * One wait that has an end: for something that has to be looked at again and again, less and less
 * often. After a second the user reads once what is waited for, and how long at most.
 */
public final class BoundedWait {

  /** How long nothing is printed: most waits are over by then. */
  static final Duration QUIET = Duration.ofSeconds(1);

  private static final Duration LONGEST_NAP = Duration.ofMillis(100);

  private final TimeSource time;
  private final Duration longest;
  private final Consumer<String> warnings;
  private final Duration start;
  private Duration nap = Duration.ofMillis(1);
  private boolean said;

  /**
   * Begins a wait.
   *
   * @param longest when it ends at the latest; none or a negative time makes it no wait at all
   * @param warnings prints what is waited for
   */
  public BoundedWait(TimeSource time, Duration longest, Consumer<String> warnings) {
    this.time = time;
    this.longest = longest;
    this.warnings = warnings;
    this.start = time.now();
  }

  /** Returns how long it has lasted. */
  public Duration waited() {
    return time.now().minus(start);
  }

  /**
   * Returns after a nap, or at once if the time is over.
   *
   * @param what is waited for, as the user reads it behind {@code waiting for}
   * @return whether it is worth another look
   */
  public boolean goesOn(String what) {
    Duration left = longest.minus(waited());
    if (left.isNegative() || left.isZero() || Thread.currentThread().isInterrupted()) {
      return false;
    }
    if (!said && waited().compareTo(QUIET) >= 0) {
      warnings.accept("waiting for " + what + ", " + limit(longest));
      said = true;
    }
    time.sleep(nap.compareTo(left) < 0 ? nap : left);
    Duration longer = nap.multipliedBy(2);
    nap = longer.compareTo(LONGEST_NAP) < 0 ? longer : LONGEST_NAP;
    return true;
  }

  /** Returns how long at most, in whole seconds, as a message says it. */
  public static String limit(Duration longest) {
    long seconds = longest.plusSeconds(1).minusNanos(1).toSeconds();
    return "for " + seconds + (seconds == 1 ? " second" : " seconds") + " at most";
  }
}
