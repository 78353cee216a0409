package org.moduletools.depmod;

import java.io.PrintStream;
import org.moduletools.cli.Messages;
import org.moduletools.depmod.SymbolTable.Symbol;
import org.moduletools.modulefile.ModuleSymbols.Need;

/**
 * What the user asked to hear about needed symbols.
 *
 * @param messages where complaints go
 * @param out where {@code -v} goes
 * @param verbose {@code -v}: say who needs whom
 * @param unresolved {@code -e}: complain
 * @param versions {@code -E}: complain about versions too
 */
record NeedsReport(
    Messages messages, PrintStream out, boolean verbose, boolean unresolved, boolean versions) {

  /** Returns whether the user wants to hear nothing. */
  boolean isSilent() {
    return !verbose && !unresolved;
  }

  /** {@code symbol} is what {@code need} means, if anybody exports it. */
  void resolved(DepmodModule module, Need need, Symbol symbol) {
    if (!unresolved || need.weak()) {
      return;
    }
    if (!symbol.isKnown()) {
      messages.warning(module.file().file() + " needs unknown symbol " + need.name());
    } else if (versions && symbol.crc() != need.crc()) {
      messages.warning(module.file().file() + " disagrees about version of symbol " + need.name());
    }
  }

  /** {@code symbol} is the first by which {@code module} needs {@code owner}. */
  void firstUse(DepmodModule module, Symbol symbol, DepmodModule owner) {
    if (verbose) {
      out.print(module.file().file() + " needs \"" + symbol.name() + "\": "
          + owner.file().file() + "\n");
    }
  }
}
