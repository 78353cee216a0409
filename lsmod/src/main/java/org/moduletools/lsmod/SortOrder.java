package org.moduletools.lsmod;

import java.util.Comparator;
import java.util.Optional;
import org.moduletools.kernel.LoadedModule;

/** The orders that {@code --sort} names. */
final class SortOrder {

  private SortOrder() {}

  /** Returns the order called {@code word}; equal modules are ordered by their names. */
  static Optional<Comparator<LoadedModule>> named(String word) {
    Comparator<LoadedModule> byName = Comparator.comparing(LoadedModule::name);
    return switch (word) {
      case "name" -> Optional.of(byName);
      case "size" ->
        Optional.of(
            Comparator.comparingLong(LoadedModule::sizeBytes).reversed().thenComparing(byName));
      case "used" ->
        Optional.of(
            Comparator.comparingInt(SortOrder::references).reversed().thenComparing(byName));
      default -> Optional.empty();
    };
  }

  private static int references(LoadedModule module) {
    return module.references().orElse(0);
  }
}
