package org.moduletools.modprobe;

import java.util.List;
import org.moduletools.kernel.LockMode;
import org.moduletools.loading.Parameters;

/** A run that loads what is named, or just shows what that would be. */
final class LoadRun {

  private final Invocation invocation;
  private final Operands operands;
  private final Inserter inserter;

  LoadRun(Invocation invocation, Installation installation, Report report) {
    this.invocation = invocation;
    this.operands = new Operands(invocation, installation);
    this.inserter = new Inserter(
        installation,
        invocation.transition(),
        invocation.effects(LockMode.SHARED),
        report,
        OptionSets.ofInsertion(invocation.options()));
  }

  /** Loads the first operand with the others as its parameters, or each; returns the status. */
  int act() {
    List<String> names = invocation.options().standard.operands();
    if (!invocation.options().all) {
      return load(names.get(0), Parameters.join(names.subList(1, names.size())));
    }
    int status = 0;
    for (String name : names) {
      status = Math.max(status, load(name, ""));
    }
    return status;
  }

  /** Loads what {@code name} means; the status is that of the worst of several modules. */
  private int load(String name, String parameters) {
    List<Target> targets = operands.targets(name);
    if (targets.isEmpty()) {
      return operands.notFound(name);
    }
    int status = 0;
    for (Target target : targets) {
      try {
        inserter.insert(target, parameters);
      } catch (InsertException failed) {
        invocation
            .messages()
            .error("could not insert '" + target.name() + "': " + failed.getMessage());
        status = 1;
      }
    }
    return status;
  }
}
