package org.moduletools.cli;

import java.time.Duration;
import java.util.List;
import org.moduletools.kernel.BoundedWait;
import org.moduletools.kernel.LockHolder;
import org.moduletools.kernel.LockListener;

/** Reports events of the lock on /proc/modules to the user. */
public final class LockMessages implements LockListener {

  private final Messages messages;

  /** Reports by {@code messages}. */
  public LockMessages(Messages messages) {
    this.messages = messages;
  }

  @Override
  public void waitingFor(List<LockHolder> holders, Duration longest) {
    messages.warning("waiting for " + LockHolder.names(holders) + " to release /proc/modules, "
        + BoundedWait.limit(longest));
  }

  @Override
  public void passingBy(List<LockHolder> holders) {
    messages.warning("/proc/modules is locked by " + LockHolder.names(holders)
        + ", which can neither load nor remove modules; not waiting for it");
  }

  @Override
  public void unavailable(String reason) {
    messages.say(Severity.DEBUG, "going on without the lock on /proc/modules: " + reason);
  }
}
