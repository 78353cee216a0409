package org.moduletools.modprobe;

import java.util.List;
import java.util.stream.Collectors;
import org.moduletools.diagnosis.Cause;
import org.moduletools.module.ModuleName;
import org.moduletools.tree.Meaning;
import org.moduletools.tree.Meaning.Table;
import org.moduletools.tree.ResolvedModule;

/**
 * Why an alias leads to no file.
 *
 * @param invocation the call
 * @param catalog has the modules
 */
record TargetFindings(Invocation invocation, Catalog catalog) {

  /** Returns what is wrong with {@code target}, which has no file and is no part of the kernel. */
  List<Finding> of(ResolvedModule target) {
    if (target.reachedBy().isEmpty()) {
      return List.of();
    }
    return catalog.meaning(target.name().value()).table() == Table.COMMANDS
        ? List.of()
        : List.of(Finding.stop(Topic.FILE, words(target)));
  }

  /** Returns why {@code target}, however it is reached, has no file. */
  String words(ResolvedModule target) {
    ModuleName module = target.name();
    Meaning meaning = catalog.meaning(module.value());
    return switch (meaning.table()) {
      case NONE -> unknown(module);
      case COMMANDS -> "no module " + module;
      default ->
        module
            + " is an alias itself; the target of an alias must be a module's name: "
            + meaning.modules().stream()
                .map(meant -> meant.name().value())
                .distinct()
                .collect(Collectors.joining(", "));
    };
  }

  private String unknown(ModuleName module) {
    StringBuilder words = new StringBuilder("no module " + module);
    for (Cause cause : catalog.whyUnknown(module.value(), invocation.runningRelease())) {
      words.append("; ").append(cause.inWords());
    }
    return words.toString();
  }
}
