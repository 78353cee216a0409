package org.moduletools.depmod;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.moduletools.depmod.SymbolTable.Symbol;
import org.moduletools.modulefile.ModuleSymbols.Need;

/**
 * Finds for each symbol that a module needs the module that exports it (kmod 34, tools/depmod.c:
 * depmod_load_module_dependencies).
 */
final class NeedsResolver {

  private final List<DepmodModule> modules;
  private final SymbolTable symbols;
  private final NeedsReport report;

  /** What was found for each need: many modules share the object. */
  private final IdentityHashMap<Need, Symbol> found = new IdentityHashMap<>(1 << 14);

  /** The last module that was found to need the one at this position. */
  private final int[] lastUser;

  private final int[] owners;

  private NeedsResolver(List<DepmodModule> modules, SymbolTable symbols, NeedsReport report) {
    this.modules = modules;
    this.symbols = symbols;
    this.report = report;
    this.lastUser = new int[modules.size()];
    Arrays.fill(lastUser, -1);
    this.owners = new int[modules.size()];
  }

  /**
   * Returns who directly needs whom; a module's needs stand in the order of its symbols. On all
   * cores, unless there is something to report, in the order of the modules.
   */
  static DependencyGraph resolve(
      List<DepmodModule> modules, SymbolTable symbols, NeedsReport report) {
    int[][] direct = new int[modules.size()][];
    int parts = report.isSilent() ? Runtime.getRuntime().availableProcessors() : 1;
    IntStream.range(0, parts).parallel().forEach(part -> {
      NeedsResolver resolver = new NeedsResolver(modules, symbols, report);
      for (int module = part; module < direct.length; module += parts) {
        direct[module] = resolver.ownersOfNeeds(module);
      }
    });
    return new DependencyGraph(direct);
  }

  private int[] ownersOfNeeds(int position) {
    DepmodModule module = modules.get(position);
    int count = 0;
    for (Need need : module.symbols().needs()) {
      Symbol symbol = found.get(need);
      if (symbol == null) {
        symbol = symbols.find(need.name());
        found.put(need, symbol);
      }
      if (!symbol.isKnown()) {
        report.unknown(module, need);
        continue;
      }
      report.found(module, need, symbol);
      int owner = symbol.owner();
      if (owner != SymbolTable.KERNEL && lastUser[owner] != position) {
        lastUser[owner] = position;
        owners[count++] = owner;
        report.firstUse(module, symbol, modules.get(owner));
      }
    }
    return Arrays.copyOf(owners, count);
  }
}
