package org.moduletools.kernel;

import java.time.Duration;

/** The time of the machine, which never goes back. */
final class SystemTime implements TimeSource {

  @Override
  public Duration now() {
    return Duration.ofNanos(System.nanoTime());
  }

  @Override
  public void sleep(Duration time) {
    try {
      Thread.sleep(time.toMillis(), time.toNanosPart() % 1_000_000);
    } catch (InterruptedException wakeUp) {
      Thread.currentThread().interrupt();
    }
  }
}
