package org.moduletools.indexing;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import org.moduletools.indexing.SymbolTable.Symbol;
import org.moduletools.modulefile.ModuleSymbols.Need;
import org.moduletools.modulefile.NeedList;
import org.moduletools.work.Crew;

/**
 * Finds for each symbol that a module needs the module that exports it (kmod 34, tools/depmod.c:
 * depmod_load_module_dependencies).
 */
final class NeedsResolver {

  /** Makes a number above 0 of each owner, of the kernel and of none too. */
  private static final int FOUND = 3;

  private final List<DepmodModule> modules;
  private final SymbolTable symbols;
  private final NeedsReport report;

  /**
   * For each shared list of needs, by their numbers: 0, or {@link #FOUND} plus the owner of the
   * symbol that was found.
   */
  private final IdentityHashMap<List<Need>, int[]> found;

  /** By a module's position: the last module found to need it. */
  private final int[] lastUser;

  private final int[] owners;

  private NeedsResolver(
      List<DepmodModule> modules,
      SymbolTable symbols,
      NeedsReport report,
      IdentityHashMap<List<Need>, int[]> found) {
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
    IdentityHashMap<List<Need>, int[]> found = new IdentityHashMap<>();
    for (DepmodModule module : modules) {
      found.computeIfAbsent(module.symbols().needs().shared(), shared -> new int[shared.size()]);
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
    int[] known = Objects.requireNonNull(found.get(needs.shared()));
    int count = 0;
    for (int i = 0; i < needs.size(); i++) {
      int number = needs.number(i);
      if (known[number] == 0) { // or another thread has just found the same
        known[number] = FOUND + symbols.find(needs.get(i).name()).owner();
      }
      int owner = known[number] - FOUND;
      boolean isFirst = owner >= 0 && lastUser[owner] != position;
      if (isFirst) {
        lastUser[owner] = position;
        owners[count++] = owner;
      }
      if (!report.isSilent()) {
        report(module, needs.get(i), isFirst);
      }
    }
    return Arrays.copyOf(owners, count);
  }

  private void report(DepmodModule module, Need need, boolean isFirst) {
    Symbol symbol = symbols.find(need.name());
    report.resolved(module, need, symbol);
    if (isFirst) {
      report.firstUse(module, symbol, modules.get(symbol.owner()));
    }
  }
}
