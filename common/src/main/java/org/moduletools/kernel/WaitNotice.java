package org.moduletools.kernel;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** The message about one wait for the lock: once, after a second, with the lock's holders. */
final class WaitNotice {

  private final TimeSource time;
  private final LockListener listener;
  private final Duration longest;
  private final Duration start;
  private boolean given;

  /** For a wait that begins now and lasts for {@code longest} at most. */
  WaitNotice(TimeSource time, LockListener listener, Duration longest) {
    this.time = time;
    this.listener = listener;
    this.longest = longest;
    this.start = time.now();
  }

  /** Reports the wait if that is due; only then {@code holders} is called. */
  void giveIfDue(Supplier<List<LockHolder>> holders) {
    if (!given && time.now().minus(start).compareTo(BoundedWait.QUIET) >= 0) {
      given = true;
      listener.waitingFor(holders.get(), longest);
    }
  }
}
