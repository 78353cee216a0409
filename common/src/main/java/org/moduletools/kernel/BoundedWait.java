package org.moduletools.kernel;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * A wait with a time limit, for a condition that is polled, less and less often. After a second one
 * message states the reason for the wait, and its limit.
 */
public final class BoundedWait {

  /** The time without a message: most waits are shorter. */
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
   * @param longest the limit; with zero or a negative time there is no wait at all
   * @param warnings prints the message
   */
  public BoundedWait(TimeSource time, Duration longest, Consumer<String> warnings) {
    this.time = time;
    this.longest = longest;
    this.warnings = warnings;
    this.start = time.now();
  }

  /** Returns the time since the wait began. */
  public Duration waited() {
    return time.now().minus(start);
  }

  /**
   * Sleeps, or returns at once if the time is over.
   *
   * @param what the reason for the wait, in the message after {@code waiting for}
   * @return whether to poll once more
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

  /** Returns the limit in whole seconds, for a message. */
  public static String limit(Duration longest) {
    long seconds = longest.plusSeconds(1).minusNanos(1).toSeconds();
    return "for " + seconds + (seconds == 1 ? " second" : " seconds") + " at most";
  }
}
