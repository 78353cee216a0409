package org.moduletools.tree;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moduletools.module.ModuleName;

/**
 * A module, and the alias it was found by: the configuration may have options for either.
 *
 * @param name the module
 * @param alias the alias, normalised: the pattern of a line of the configuration, or the name that
 *     was looked up; empty if the module was found by its own name
 */
public record ResolvedModule(ModuleName name, String alias) {

  /** Returns the module {@code name}, found by its own name. */
  public static ResolvedModule named(ModuleName name) {
    return new ResolvedModule(name, "");
  }

  /** Returns the alias that the module was found by, or nothing if that was its own name. */
  public Optional<String> reachedBy() {
    return alias.isEmpty() ? Optional.empty() : Optional.of(alias);
  }

  // Written out, as in ModuleName.
  @Override
  @SuppressWarnings("exports") // callers do not need the annotation
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
