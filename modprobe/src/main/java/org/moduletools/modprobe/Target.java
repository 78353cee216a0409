package org.moduletools.modprobe;

import java.util.Optional;
import org.moduletools.module.ModuleName;

/**
 * A module together with the name it was reached by: options of either apply to it.
 *
 * @param name the module
 * @param alias the alias that led to it, or the empty string if its own name did
 */
record Target(ModuleName name, String alias) {

  /** Returns the module as reached by its own name. */
  static Target named(ModuleName name) {
    return new Target(name, "");
  }

  /** Returns the alias that led to the module, or nothing if its own name did. */
  Optional<String> reachedBy() {
    return alias.isEmpty() ? Optional.empty() : Optional.of(alias);
  }
}
