package org.moduletools.kernel;

import java.time.Duration;
import java.util.List;

/** Receives events while the lock on /proc/modules is taken, such as to show them to the user. */
public interface LockListener {

  /**
   * The lock has been waited for a second, because of {@code holders}. Called once.
   *
   * @param longest the limit of the whole wait
   */
  void waitingFor(List<LockHolder> holders, Duration longest);

  /**
   * Only {@code holders} hold the lock, which could not load or unload a module. The work goes on
   * without the lock.
   */
  void passingBy(List<LockHolder> holders);

  /** There is no lock to take, because of {@code reason}. The work goes on without it. */
  void unavailable(String reason);
}
