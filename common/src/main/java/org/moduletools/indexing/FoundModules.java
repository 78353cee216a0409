package org.moduletools.indexing;

import java.nio.file.Path;
import java.util.List;

/** The files of the modules to index, before they are opened. */
public final class FoundModules {

  private final List<FoundModule> modules;
  private final ModulesOrder order;
  private final boolean complete;

  FoundModules(List<FoundModule> modules, ModulesOrder order, boolean complete) {
    this.modules = List.copyOf(modules);
    this.order = order;
    this.complete = complete;
  }

  /** Returns the modules, in no order. */
  List<FoundModule> modules() {
    return modules;
  }

  ModulesOrder order() {
    return order;
  }

  /** Returns the files, in no order. */
  public List<Path> files() {
    return modules.stream().map(FoundModule::file).toList();
  }

  /** Returns whether each folder could be read, so that no module is missing. */
  public boolean isComplete() {
    return complete;
  }

  /**
   * Checks that an index of these modules alone loses no module listed in {@code directory}.
   *
   * @param mayMakeDirectory whether the directory may be missing
   * @throws IndexingException if the index there lists others too, or there is no directory
   */
  public void refuseToForget(Path directory, boolean mayMakeDirectory) throws IndexingException {
    new FormerIndex(directory).refuseToForget(modules, mayMakeDirectory);
  }
}
