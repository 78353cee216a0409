package org.moduletools.indexing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.moduletools.index.IndexSizeException;
import org.moduletools.index.ModuleDirectory;
import org.moduletools.module.ModuleName;

/** Modules with their direct needs, which may have cycles. */
public final class ModuleLinks {

  private final Run run;
  private final LinkedModules linked;
  private final Runnable keeping;

  ModuleLinks(Run run, LinkedModules linked, Runnable keeping) {
    this.run = run;
    this.linked = linked;
    this.keeping = keeping;
  }

  /**
   * The direct needs of one module.
   *
   * @param module the module
   * @param needs the modules that export symbols which it uses, in the order of its symbols
   */
  public record Needs(ModuleName module, List<ModuleName> needs) {

    /** Copies {@code needs}. */
    public Needs {
      needs = List.copyOf(needs);
    }
  }

  /** Returns the direct needs of each module, in the order of modules.dep. */
  public List<Needs> directNeeds() {
    int[][] direct = linked.graph().directNeeds();
    List<Needs> all = new ArrayList<>(direct.length);
    for (int module = 0; module < direct.length; module++) {
      List<ModuleName> needs = new ArrayList<>(direct[module].length);
      for (int needed : direct[module]) {
        needs.add(name(needed));
      }
      all.add(new Needs(name(module), needs));
    }
    return all;
  }

  private ModuleName name(int module) {
    return linked.modules().get(module).file().name();
  }

  /**
   * Returns the modules that can be loaded: all, or with {@link IndexOption#IGNORE_LOOPS} those
   * that lead into no cycle.
   *
   * @throws LoopException if there is a cycle and that option was not given
   */
  public ModuleLinks withoutLoops() throws LoopException {
    if (!linked.graph().hasCycles()) {
      return this;
    }
    if (!run.request().has(IndexOption.IGNORE_LOOPS)) {
      throw reported(linked.graph().cycles());
    }
    return new ModuleLinks(run, linked.withoutLoops(run.listener()), keeping);
  }

  private LoopException reported(DependencyCycles cycles) {
    for (List<Integer> chain : cycles.chains()) {
      run.listener()
          .error("Cycle detected: "
              + chain.stream()
                  .map(this::name)
                  .map(ModuleName::value)
                  .collect(Collectors.joining(" -> ")));
    }
    String count = "Found " + cycles.moduleCount() + " modules in dependency cycles!";
    run.listener().error(count);
    return new LoopException(count);
  }

  /**
   * Returns the indexes of the modules.
   *
   * @throws LoopException as {@link #withoutLoops} does
   * @throws IndexingException if an index cannot hold their needs
   */
  public ModuleIndex index() throws IndexingException {
    LinkedModules loadable = withoutLoops().linked;
    try {
      Catalog catalog = new Catalog(
          loadable.modules(),
          loadable.exported(),
          loadable.graph().allNeeds(),
          new ModuleDirectory(run.request().modules()),
          run.request().has(IndexOption.WARN_DUPLICATES));
      catalog.checkSize();
      return new ModuleIndex(run, catalog, keeping);
    } catch (IndexSizeException tooLarge) {
      throw new IndexingException("the modules need too many others: " + tooLarge.getMessage());
    }
  }
}
