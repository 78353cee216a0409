package org.moduletools.kernel;

import org.jspecify.annotations.Nullable;

/** A lock that is free, or not. */
final class TestFlock implements Flock {

  boolean free = true;
  boolean held;
  boolean closed;

  /** How it was asked for last. */
  @Nullable LockMode mode;

  int refusal;
  int freeAfterTries = Integer.MAX_VALUE;

  @Override
  public boolean tryLock(LockMode wanted) throws KernelException {
    if (refusal != 0) {
      throw new KernelException("flock", refusal);
    }
    mode = wanted;
    freeAfterTries--;
    held = free || freeAfterTries <= 0;
    return held;
  }

  @Override
  public void close() {
    held = false;
    closed = true;
  }
}
