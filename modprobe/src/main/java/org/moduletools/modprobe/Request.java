package org.moduletools.modprobe;

import java.util.List;
import org.moduletools.tree.ResolvedModule;

/**
 * What one name asks for.
 *
 * @param name the name
 * @param targets the modules that it means; there may be none
 * @param parameters what each of them gets beside what the configuration says
 */
record Request(String name, List<ResolvedModule> targets, GivenParameters parameters) {

  /** Copies {@code targets}. */
  Request {
    targets = List.copyOf(targets);
  }
}
