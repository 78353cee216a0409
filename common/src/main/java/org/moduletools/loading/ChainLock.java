package org.moduletools.loading;

import java.time.Duration;
import java.util.Optional;
import org.moduletools.kernel.Kernel;
import org.moduletools.kernel.LockListener;
import org.moduletools.kernel.LockMode;
import org.moduletools.kernel.LockTimeoutException;
import org.moduletools.kernel.ModulesLock;

/**
 * The lock on /proc/modules as one chain of modules needs it: taken before the first look at the
 * kernel, given back before each install or remove command, since that calls modprobe again, and
 * taken anew behind it.
 *
 * <p>A load takes it shared, a removal exclusively. So a removal never takes a dependency away
 * under a load, and neither needs to try again.
 */
public final class ChainLock implements AutoCloseable {

  private final Kernel kernel;
  private final LockMode mode;
  private Duration patience;
  private final LockListener listener;
  private Optional<ModulesLock> held = Optional.empty();

  /**
   * Makes one that is not held yet.
   *
   * @param patience how long to wait at most when it is taken; when that was not enough once, no
   *     time is left for another try
   * @param listener hears what it is waiting for
   */
  public ChainLock(Kernel kernel, LockMode mode, Duration patience, LockListener listener) {
    this.kernel = kernel;
    this.mode = mode;
    this.patience = patience;
    this.listener = listener;
  }

  /**
   * Takes the lock unless it is held.
   *
   * @throws LockTimeoutException if others hold it longer than patience lasts
   */
  public void take() throws LockTimeoutException {
    if (held.isPresent()) {
      return;
    }
    try {
      held = Optional.of(kernel.lock(mode, patience, listener));
    } catch (LockTimeoutException waitedInVain) {
      patience = Duration.ZERO;
      throw waitedInVain;
    }
  }

  /**
   * Gives the lock back if it is held. What was known of the kernel's state is stale from here on.
   */
  public void release() {
    held.ifPresent(ModulesLock::close);
    held = Optional.empty();
  }

  @Override
  public void close() {
    release();
  }
}
