package org.moduletools.loading;

import java.time.Duration;
import java.util.Optional;
import org.moduletools.kernel.Kernel;
import org.moduletools.kernel.LockListener;
import org.moduletools.kernel.LockMode;
import org.moduletools.kernel.LockTimeoutException;
import org.moduletools.kernel.ModulesLock;

/**
 * The lock on /proc/modules for one chain of modules: taken before the first query of the kernel,
 * released before each install or remove command, since that calls modprobe again, and taken anew
 * after it.
 *
 * <p>A load takes it shared, a removal exclusively. So a removal never removes a dependency during
 * a load, and neither needs to try again.
 */
public final class ChainLock implements AutoCloseable {

  private final Kernel kernel;
  private final LockMode mode;
  private Duration patience;
  private final LockListener listener;
  private Optional<ModulesLock> held = Optional.empty();

  /**
   * A lock that is not held yet.
   *
   * @param patience the longest wait for it; after a timeout later attempts do not wait
   * @param listener receives the events of the wait
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

  /** Releases the lock if it is held. States of modules read before are stale from here on. */
  public void release() {
    held.ifPresent(ModulesLock::close);
    held = Optional.empty();
  }

  @Override
  public void close() {
    release();
  }
}
