package org.moduletools.kernel;

import java.util.List;

/** The lock on /proc/modules was not free in time; the message names who holds it. */
public final class LockTimeoutException extends Exception {

  private static final long serialVersionUID = 1;

  /** {@code holders} held the lock when patience ended. */
  LockTimeoutException(List<LockHolder> holders) {
    super("/proc/modules is locked by " + LockHolder.names(holders));
  }
}
