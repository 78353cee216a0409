package org.moduletools.modprobe;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.moduletools.config.ModprobeConfig;
import org.moduletools.tree.LoadPlan;
import org.moduletools.tree.LoadPlan.Item;
import org.moduletools.tree.LoadStep;
import org.moduletools.tree.ResolvedModule;

/** Does the items of a plan. Messages of an item are kept until its turn comes. */
final class PlanWork implements PlanWalk.Work {

  /** Makes inserters that work under a lock of the caller's. */
  @FunctionalInterface
  interface Inserters {

    /** Returns an inserter that puts its messages into {@code kept}. */
    Inserter reportingTo(List<Runnable> kept);
  }

  private final LoadPlan plan;
  private final Set<Integer> commands = new HashSet<>();
  private final Inserters inserters;
  private final Map<ResolvedModule, GivenParameters> parameters;

  /** The requested modules get {@code parameters}. */
  PlanWork(
      LoadPlan plan,
      Map<ResolvedModule, GivenParameters> parameters,
      ModprobeConfig config,
      Inserters inserters) {
    this.plan = plan;
    this.parameters = Map.copyOf(parameters);
    this.inserters = inserters;
    for (int i = 0; i < plan.items().size(); i++) {
      LoadStep step = plan.items().get(i).step();
      if (step.commands() && config.installOf(step.module().name()).isPresent()) {
        commands.add(i);
      }
    }
  }

  /** Returns the items that are commands. */
  Set<Integer> commands() {
    return commands;
  }

  @Override
  public boolean isCommand(int item) {
    return commands.contains(item);
  }

  @Override
  public ItemOutcome take(int item, boolean needsMayBeGone) {
    List<Runnable> kept = new ArrayList<>();
    Inserter inserter = inserters.reportingTo(kept);
    Item taken = plan.items().get(item);
    try {
      if (needsMayBeGone) {
        for (int needed : taken.needs()) {
          loadAgain(needed, inserter);
        }
      }
      load(taken, inserter);
      return new ItemOutcome.Loaded(kept);
    } catch (InsertException failed) {
      return new ItemOutcome.Failed(kept, failed);
    }
  }

  private void load(Item item, Inserter inserter) throws InsertException {
    GivenParameters own = item.named()
        ? parameters.getOrDefault(item.step().module(), GivenParameters.NONE)
        : GivenParameters.NONE;
    inserter.once(item.step(), own, item.named());
  }

  /** Loads a module again if it is gone. A command is not run again. */
  private void loadAgain(int item, Inserter inserter) throws InsertException {
    if (isCommand(item)) {
      return;
    }
    Item needed = plan.items().get(item);
    try {
      load(needed, inserter);
    } catch (InsertException failed) {
      if (!failed.alreadyLoaded()) {
        throw failed;
      }
    }
  }
}
