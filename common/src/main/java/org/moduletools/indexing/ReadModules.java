package org.moduletools.indexing;

import java.util.List;

/** Modules that have been read, and not linked yet. */
public final class ReadModules {

  private final Run run;
  private final List<DepmodModule> modules;
  private final SymbolTable symbols;
  private final NeedsReport report;
  private final Runnable keeping;

  /**
   * The modules of {@code run}.
   *
   * @param symbols the kernel's exports
   * @param keeping writes the cache for the next run
   */
  ReadModules(
      Run run,
      List<DepmodModule> modules,
      SymbolTable symbols,
      NeedsReport report,
      Runnable keeping) {
    this.run = run;
    this.modules = List.copyOf(modules);
    this.symbols = symbols;
    this.report = report;
    this.keeping = keeping;
  }

  /** Returns whether all files and folders could be read. */
  public boolean isComplete() {
    return run.isComplete();
  }

  /** Compares the modules' aliases with their device tables, which are read for it. */
  public AliasCheck checkAliases() {
    return new AliasCheck(DeviceTableReader.read(modules, run.listener()));
  }

  /** Resolves the dependencies. To be called once. */
  public ModuleLinks link() {
    for (int i = 0; i < modules.size(); i++) {
      symbols.addExports(modules.get(i).symbols(), i);
    }
    DependencyGraph graph = NeedsResolver.resolve(modules, symbols, report);
    return new ModuleLinks(run, new LinkedModules(modules, symbols.ofModules(), graph), keeping);
  }
}
