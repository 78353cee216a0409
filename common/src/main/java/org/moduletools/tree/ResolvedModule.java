package org.moduletools.tree;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moduletools.module.ModuleName;

/**
 * A module together with the name that led to it: the configuration may have options for either.
 *
 * @param name the module
 * @param alias the alias that led to it, normalised: the pattern of a line of the configuration, or
 *     the name that was looked up; empty if its own name led to it
 */
public record ResolvedModule(ModuleName name, String alias) {

  /** Returns {@code name}, reached by itself. */
  public static ResolvedModule named(ModuleName name) {
    return new ResolvedModule(name, "");
  }

  /** Returns the alias that led to the module, or nothing if its own name did. */
  public Optional<String> reachedBy() {
    return alias.isEmpty() ? Optional.empty() : Optional.of(alias);
  }

  // Written out, as in ModuleName.
  @Override
  @SuppressWarnings("exports") // nobody needs the annotation who calls it
  public boolean equals(@Nullable Object other) {
    return other instanceof ResolvedModule module
        && name.equals(module.name)
        && alias.equals(module.alias);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + alias.hashCode();
  }
}
