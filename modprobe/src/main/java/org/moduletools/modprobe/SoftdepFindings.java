package org.moduletools.modprobe;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.moduletools.module.ModuleName;
import org.moduletools.tree.LoadStep;
import org.moduletools.tree.ResolvedModule;

/**
 * What the softdeps of a module come to, and those of the modules that are loaded along with it.
 *
 * @param fates judges them
 * @param steps all that is done to load the module
 */
record SoftdepFindings(Fates fates, List<LoadStep> steps) {

  /** Returns why those are passed over that would not be loaded. */
  List<Finding> find() {
    Set<ModuleName> told = new HashSet<>();
    steps.stream()
        .filter(LoadStep::required)
        .forEach(step -> told.add(step.module().name()));
    List<Finding> findings = new ArrayList<>();
    for (LoadStep step : steps) {
      ModuleName module = step.module().name();
      if (told.add(module)) {
        Fate fate = fates.ofSoftdep(step.module());
        for (Fate.Reason reason : fate.reasons()) {
          String text = fate.isBad()
              ? module + " is passed over: " + fate.inWords(reason)
              : "in place of " + module + " runs: " + reason.text();
          findings.add(Finding.odd(Topic.SOFTDEP, text).by(reason.source()));
        }
      }
    }
    return findings;
  }

  /** Returns what would be loaded before {@code target}, or is run in place of that. */
  List<String> before(ResolvedModule target) {
    List<String> before = new ArrayList<>();
    for (LoadStep step : steps) {
      ModuleName module = step.module().name();
      if (module.equals(target.name())) {
        break;
      }
      Fate fate = step.required() ? fates.ofNeed(module) : fates.ofSoftdep(step.module());
      String text =
          fate.outcome() == Outcome.COMMAND ? "the install command of " + module : module.value();
      boolean isDone = fate.outcome() == Outcome.COMMAND || fate.outcome() == Outcome.LOAD;
      if (isDone && !before.contains(text)) {
        before.add(text);
      }
    }
    return before;
  }
}
