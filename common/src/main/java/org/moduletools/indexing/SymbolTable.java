package org.moduletools.indexing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.moduletools.modulefile.ModuleSymbols;

/**
 * Which module, or the kernel, exports a symbol. Of several that export the same, the one added
 * last has it (kmod 34, tools/depmod.c: depmod_symbol_add, depmod_symbol_find).
 */
final class SymbolTable {

  /** The owner of what the kernel itself exports. */
  static final int KERNEL = -1;

  private static final int NOBODY = -2;

  private static final char NO_PREFIX = '\0';

  /**
   * A symbol that is exported.
   *
   * @param name without the prefix
   * @param crc its version, or 0
   * @param owner the position of the module that exports it, or {@link #KERNEL}
   */
  record Symbol(String name, long crc, int owner) {

    /** What {@link #find} returns for a symbol that nobody exports. */
    static final Symbol UNKNOWN = new Symbol("", 0, NOBODY);

    /** Returns whether anybody exports it. */
    boolean isKnown() {
      return owner != NOBODY;
    }

    /** Returns whether a module exports it. */
    boolean isOfModule() {
      return owner >= 0;
    }
  }

  private final char prefix;

  /** In the order in which they came and lie in memory; room for a kernel's and its modules'. */
  private final Map<String, Symbol> symbols = new LinkedHashMap<>(1 << 16);

  private SymbolTable(char prefix) {
    this.prefix = prefix;
  }

  /** Makes an empty table of symbols that have no prefix. */
  static SymbolTable withoutPrefix() {
    return new SymbolTable(NO_PREFIX);
  }

  /**
   * Makes an empty table of symbols that an architecture begins with {@code prefix}, and that count
   * as the same without it.
   */
  static SymbolTable withPrefix(char prefix) {
    return new SymbolTable(prefix);
  }

  /** Returns an empty table for the same architecture. */
  SymbolTable emptied() {
    return new SymbolTable(prefix);
  }

  /** Adds a symbol by its full name. */
  void add(String name, long crc, int owner) {
    addBare(stripped(name), crc, owner);
  }

  /** Adds all that a module exports. */
  void addExports(ModuleSymbols exporting, int owner) {
    for (ModuleSymbols.Export export : exporting.exports()) {
      add(export.name(), export.crc(), owner);
    }
  }

  /** Adds a symbol whose prefix is already off. */
  void addBare(String name, long crc, int owner) {
    symbols.put(name, new Symbol(name, crc, owner));
  }

  /**
   * Adds the symbols that the kernel makes up while it loads a module, where nobody exports them.
   */
  void addMadeUp() {
    for (String name : List.of("__this_module", "_GLOBAL_OFFSET_TABLE_", "TOC.")) {
      if (!find(name).isKnown()) {
        addBare(name, 0, KERNEL);
      }
    }
  }

  /**
   * Returns the symbol that a module needs under {@code name}, or {@link Symbol#UNKNOWN}. One
   * leading dot is no part of it: 64-bit PowerPC calls a function {@code .foo} and its descriptor
   * {@code foo}.
   */
  Symbol find(String name) {
    int start = name.startsWith(".") ? 1 : 0;
    if (hasPrefix(name, start)) {
      start++;
    }
    return symbols.getOrDefault(start == 0 ? name : name.substring(start), Symbol.UNKNOWN);
  }

  /** Returns {@code name} without the prefix, if it begins with it. */
  String stripped(String name) {
    return hasPrefix(name, 0) ? name.substring(1) : name;
  }

  private boolean hasPrefix(String name, int at) {
    return prefix != NO_PREFIX && name.length() > at && name.charAt(at) == prefix;
  }

  /** Returns what modules export, in the order in which the names first came. */
  List<Symbol> ofModules() {
    List<Symbol> owned = new ArrayList<>(symbols.size());
    for (Symbol symbol : symbols.values()) {
      if (symbol.isOfModule()) {
        owned.add(symbol);
      }
    }
    return owned;
  }
}
