package org.moduletools.loading;

import java.time.Duration;
import java.util.List;
import org.moduletools.kernel.LockHolder;
import org.moduletools.kernel.LockListener;

/** Hears of the lock and tells nobody. */
final class SilentLockListener implements LockListener {

  @Override
  public void waitingFor(List<LockHolder> holders, Duration longest) {}

  @Override
  public void passingBy(List<LockHolder> holders) {}

  @Override
  public void unavailable(String reason) {}
}
