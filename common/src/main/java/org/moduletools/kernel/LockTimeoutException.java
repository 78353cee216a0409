package org.moduletools.kernel;

import java.util.List;

/** Thrown when the lock on /proc/modules was not free in time. The message names its holders. */
public final class LockTimeoutException extends Exception {

  private static final long serialVersionUID = 1;

  /** {@code holders} held the lock when patience ended. */
  LockTimeoutException(List<LockHolder> holders) {
    super("/proc/modules is locked by " + LockHolder.names(holders));
  }
}
