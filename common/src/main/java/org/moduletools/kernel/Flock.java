package org.moduletools.kernel;

/** An flock(2) lock on a file: the part of the lock on /proc/modules that needs native code. */
public interface Flock extends AutoCloseable {

  /**
   * Takes the lock if it is free, and returns whether it did. The first call opens the file, for
   * reading and close-on-exec.
   *
   * @throws KernelException if the file cannot be opened or the lock is refused though it is free
   */
  boolean tryLock(LockMode mode) throws KernelException;

  /** Closes the file, and so gives the lock back. */
  @Override
  void close();
}
