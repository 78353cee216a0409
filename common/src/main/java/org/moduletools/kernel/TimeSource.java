package org.moduletools.kernel;

import java.time.Duration;

/** A clock and a way to wait, so that tests need neither. */
public interface TimeSource {

  /** Returns the time since some fixed moment. */
  Duration now();

  /** Returns after {@code time}, or sooner if the thread is interrupted, which stays marked so. */
  void sleep(Duration time);

  /** Returns the machine's own clock. */
  static TimeSource ofMachine() {
    return new TimeSource() {
      @Override
      public Duration now() {
        return Duration.ofNanos(System.nanoTime());
      }

      @Override
      public void sleep(Duration time) {
        try {
          Thread.sleep(time.toMillis(), time.toNanosPart() % 1_000_000);
        } catch (InterruptedException interrupted) {
          Thread.currentThread().interrupt();
        }
      }
    };
  }
}
