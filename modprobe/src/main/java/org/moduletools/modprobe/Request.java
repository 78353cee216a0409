package org.moduletools.modprobe;

import java.util.List;
import org.moduletools.tree.ResolvedModule;

/**
 * One requested name.
 *
 * @param name the name
 * @param targets its modules; there may be none
 * @param parameters their parameters beside those of the configuration
 */
record Request(String name, List<ResolvedModule> targets, GivenParameters parameters) {

  /** Copies {@code targets}. */
  Request {
    targets = List.copyOf(targets);
  }
}
