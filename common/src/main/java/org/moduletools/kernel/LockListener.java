package org.moduletools.kernel;

import java.time.Duration;
import java.util.List;

/** Hears what happens while the lock on /proc/modules is taken, and may tell the user. */
public interface LockListener {

  /**
   * The lock has been waited for a second; {@code holders} are waited for. Said once.
   *
   * @param longest how long the whole wait lasts at most
   */
  void waitingFor(List<LockHolder> holders, Duration longest);

  /**
   * Only {@code holders}, who could not load or unload a module, keep the lock: the work goes on
   * without it.
   */
  void passingBy(List<LockHolder> holders);

  /** There is no lock to take, because of {@code reason}: the work goes on without it. */
  void unavailable(String reason);
}
