package org.moduletools.modprobe;

import org.moduletools.tree.ResolvedModule;

/** Loads requested modules. */
interface Loader extends AutoCloseable {

  /**
   * Loads {@code target}. One that is loaded already, or blacklisted, is left alone.
   *
   * @param parameters those beside the configuration's, for the target only
   * @throws InsertException if it, or a module that it needs, cannot be loaded; those loaded before
   *     stay
   */
  void insert(ResolvedModule target, GivenParameters parameters) throws InsertException;

  /** Returns when nothing is being loaded any more. */
  @Override
  default void close() {
    // what is loaded one after the other is loaded
  }
}
