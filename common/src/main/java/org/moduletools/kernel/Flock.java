package org.moduletools.kernel;

/** flock(2) on a file: the one part of the lock on /proc/modules that needs native code. */
public interface Flock extends AutoCloseable {

  /**
   * Takes the lock if that is possible at once, and returns whether it did. The first call opens
   * the file, for reading and close-on-exec.
   *
   * @throws KernelException if the file cannot be opened or the lock is refused for another reason
   *     than that somebody has it
   */
  boolean tryLock(LockMode mode) throws KernelException;

  /** Closes the file, and so gives the lock back. */
  @Override
  void close();
}
