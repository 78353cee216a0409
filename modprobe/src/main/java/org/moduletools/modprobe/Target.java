package org.moduletools.modprobe;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

  // Written out, as in ModuleName.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Target target && name.equals(target.name) && alias.equals(target.alias);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + alias.hashCode();
  }

  /** Returns the alias that led to the module, or nothing if its own name did. */
  Optional<String> reachedBy() {
    return alias.isEmpty() ? Optional.empty() : Optional.of(alias);
  }
}
