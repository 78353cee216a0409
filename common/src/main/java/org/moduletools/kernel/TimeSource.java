package org.moduletools.kernel;

import java.time.Duration;

/** A clock, and sleeping, so that tests need no real time. */
public interface TimeSource {

  /** The time of this machine, which never goes back. */
  TimeSource SYSTEM = new SystemTime();

  /** Returns the time since some fixed moment. */
  Duration now();

  /** Returns after {@code time}, or sooner if the thread is interrupted, which stays marked so. */
  void sleep(Duration time);
}
