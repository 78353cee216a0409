package org.moduletools.indexing;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.moduletools.indexing.SymbolTable.Symbol;
import org.moduletools.modulefile.ModuleSymbols.Need;
import org.moduletools.modulefile.NeedList;
import org.moduletools.work.Crew;

/**
 * Finds for each symbol that a module needs the module that exports it (kmod 34, tools/depmod.c:
 * depmod_load_module_dependencies).
 */
final class NeedsResolver {

  private final List<DepmodModule> modules;
  private final SymbolTable symbols;
  private final NeedsReport report;

  /** For each shared list of needs, the symbols found for its numbers, or null. */
  private final IdentityHashMap<List<Need>, @Nullable Symbol[]> found;

  /** By a module's position: the last module found to need it. */
  private final int[] lastUser;

  private final int[] owners;

  private NeedsResolver(
      List<DepmodModule> modules,
      SymbolTable symbols,
      NeedsReport report,
      IdentityHashMap<List<Need>, @Nullable Symbol[]> found) {
    this.found = found;
    this.modules = modules;
    this.symbols = symbols;
    this.report = report;
    this.lastUser = new int[modules.size()];
    Arrays.fill(lastUser, -1);
    this.owners = new int[modules.size()];
  }

  /**
   * Returns the direct needs, each module's in the order of its symbols. Runs on all cores, unless
   * something is to be reported in the order of the modules.
   */
  static DependencyGraph resolve(
      List<DepmodModule> modules, SymbolTable symbols, NeedsReport report) {
    int[][] direct = new int[modules.size()][];
    IdentityHashMap<List<Need>, @Nullable Symbol[]> found = new IdentityHashMap<>();
    for (DepmodModule module : modules) {
      found.computeIfAbsent(module.symbols().needs().shared(), shared -> new Symbol[shared.size()]);
    }
    int parts = report.isSilent() ? Runtime.getRuntime().availableProcessors() : 1;
    Crew.OF_PROCESSORS.forEach(parts, part -> {
      NeedsResolver resolver = new NeedsResolver(modules, symbols, report, found);
      for (int module = part; module < direct.length; module += parts) {
        direct[module] = resolver.ownersOfNeeds(module);
      }
    });
    return new DependencyGraph(direct);
  }

  private int[] ownersOfNeeds(int position) {
    DepmodModule module = modules.get(position);
    NeedList needs = module.symbols().needs();
    @Nullable Symbol[] known = Objects.requireNonNull(found.get(needs.shared()));
    int count = 0;
    for (int i = 0; i < needs.size(); i++) {
      Symbol symbol = known[needs.number(i)];
      if (symbol == null) { // or another thread has just found the same
        symbol = symbols.find(needs.get(i).name());
        known[needs.number(i)] = symbol;
      }
      if (!report.isSilent()) {
        report.resolved(module, needs.get(i), symbol);
      }
      int owner = symbol.owner();
      if (symbol.isOfModule() && lastUser[owner] != position) {
        lastUser[owner] = position;
        owners[count++] = owner;
        report.firstUse(module, symbol, modules.get(owner));
      }
    }
    return Arrays.copyOf(owners, count);
  }
}
