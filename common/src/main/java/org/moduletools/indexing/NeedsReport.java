package org.moduletools.indexing;

import org.moduletools.indexing.SymbolTable.Symbol;
import org.moduletools.modulefile.ModuleSymbols.Need;

/**
 * The reports about needed symbols.
 *
 * @param listener receives them
 * @param needs whether each dependency is reported
 * @param unresolved whether unresolved symbols are reported
 * @param versions whether versions that differ are reported too
 */
record NeedsReport(IndexingListener listener, boolean needs, boolean unresolved, boolean versions) {

  /** Returns whether nothing is reported. */
  boolean isSilent() {
    return !needs && !unresolved;
  }

  /** {@code symbol} is the export for {@code need}, or unknown. */
  void resolved(DepmodModule module, Need need, Symbol symbol) {
    if (!unresolved || need.weak()) {
      return;
    }
    if (!symbol.isKnown()) {
      listener.warning(module.file().file() + " needs unknown symbol " + need.name());
    } else if (versions && symbol.crc() != need.crc()) {
      listener.warning(module.file().file() + " disagrees about version of symbol " + need.name());
    }
  }

  /** {@code symbol} is the first by which {@code module} needs {@code owner}. */
  void firstUse(DepmodModule module, Symbol symbol, DepmodModule owner) {
    if (needs) {
      listener.needs(module.file().file(), symbol.name(), owner.file().file());
    }
  }
}
