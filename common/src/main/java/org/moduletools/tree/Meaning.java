package org.moduletools.tree;

import java.util.List;

/**
 * The modules of a name, and the table that has them.
 *
 * @param table the first table with the name, or {@code NONE}
 * @param modules the modules of the name, in load order; none only if no table has the name
 */
public record Meaning(Table table, List<ResolvedModule> modules) {

  /** The tables that are searched for a name, in this order. */
  public enum Table {
    /** Alias lines of the configuration, all that match. */
    CONFIGURED_ALIASES,
    /** The modules of modules.dep, and those of the caller's own files. */
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
    /** No table has the name. */
    NONE
  }

  /** The meaning of an unknown name. */
  static final Meaning NOTHING = new Meaning(Table.NONE, List.of());

  /** Copies {@code modules}. */
  public Meaning {
    modules = List.copyOf(modules);
  }

  static Meaning named(Table table, ResolvedModule module) {
    return new Meaning(table, List.of(module));
  }
}
