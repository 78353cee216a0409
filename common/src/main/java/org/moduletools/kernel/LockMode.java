package org.moduletools.kernel;

/** The two ways to hold the lock on /proc/modules. */
public enum LockMode {
  /** For loading: shared with other loads. */
  SHARED,

  /**
   * For removal: exclusive. Never for loading: a module's init may make the kernel load another.
   */
  EXCLUSIVE
}
