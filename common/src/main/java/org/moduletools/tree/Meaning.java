package org.moduletools.tree;

import java.util.List;

/**
 * What a name means, and what has decided it.
 *
 * @param table the first that knows the name, or {@code NONE}
 * @param modules the modules that it means, in the order to load them; none only if nothing knows
 *     the name
 */
public record Meaning(Table table, List<ResolvedModule> modules) {

  /** What is asked for a name, in this order. */
  public enum Table {
    /** Alias lines of the configuration, all that match. */
    CONFIGURED_ALIASES,
    /** The modules of modules.dep, and those that the caller has files of. */
    MODULES,
    /** For {@code symbol:NAME}, the exported symbols. */
    SYMBOLS,
    /** Install and remove lines that name it literally. */
    COMMANDS,
    /** The aliases of modules, all that match. */
    ALIASES,
    /** The modules built into the kernel. */
    BUILTINS,
    /** Their aliases. */
    BUILTIN_ALIASES,
    /** Nothing knows the name. */
    NONE
  }

  /** That of a name that nothing knows. */
  static final Meaning NOTHING = new Meaning(Table.NONE, List.of());

  /** Copies {@code modules}. */
  public Meaning {
    modules = List.copyOf(modules);
  }

  static Meaning named(Table table, ResolvedModule module) {
    return new Meaning(table, List.of(module));
  }
}
