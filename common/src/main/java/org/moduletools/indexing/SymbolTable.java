package org.moduletools.indexing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.moduletools.modulefile.ModuleSymbols;

/**
 * The exported symbols of the modules and the kernel. Of several exports of one symbol the one
 * added last counts (kmod 34, tools/depmod.c: depmod_symbol_add, depmod_symbol_find).
 */
final class SymbolTable {

  /** The owner of the kernel's own exports. */
  static final int KERNEL = -1;

  private static final int NO_OWNER = -2;

  private static final char NO_PREFIX = '\0';

  /**
   * An exported symbol.
   *
   * @param name without the prefix
   * @param crc its version, or 0
   * @param owner the position of the module that exports it, or {@link #KERNEL}
   */
  record Symbol(String name, long crc, int owner) {

    /** The result of {@link #find} for an unknown symbol. */
    static final Symbol UNKNOWN = new Symbol("", 0, NO_OWNER);

    /** Returns whether it is exported. */
    boolean isKnown() {
      return owner != NO_OWNER;
    }

    /** Returns whether a module exports it. */
    boolean isOfModule() {
      return owner >= 0;
    }
  }

  private final char prefix;

  /** In the order in which they were added; sized for a kernel's modules. */
  private final Map<String, Symbol> symbols = new LinkedHashMap<>(1 << 15);

  private SymbolTable(char prefix) {
    this.prefix = prefix;
  }

  /** Returns an empty table of symbols without a prefix. */
  static SymbolTable withoutPrefix() {
    return new SymbolTable(NO_PREFIX);
  }

  /**
   * Returns an empty table for an architecture whose symbols begin with {@code prefix}; a name
   * without it is the same symbol.
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

  /** Adds all exports of a module. */
  void addExports(ModuleSymbols exporting, int owner) {
    for (ModuleSymbols.Export export : exporting.exports()) {
      add(export.name(), export.crc(), owner);
    }
  }

  /** Adds a symbol by its name without the prefix. */
  void addBare(String name, long crc, int owner) {
    symbols.put(name, new Symbol(name, crc, owner));
  }

  /** Adds the symbols that the kernel defines while it loads a module, unless they are exported. */
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

  /** Returns the exports of modules, in the order in which the names were first added. */
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
