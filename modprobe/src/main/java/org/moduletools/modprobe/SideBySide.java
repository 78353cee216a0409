package org.moduletools.modprobe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.moduletools.kernel.TimeSource;
import org.moduletools.module.ModuleName;
import org.moduletools.tree.LoadPlan;
import org.moduletools.tree.LoadPlan.Chain;
import org.moduletools.tree.LoadPlan.Link;
import org.moduletools.tree.ResolvedModule;
import org.moduletools.work.Crew;

/**
 * Loads many modules concurrently. One plan is made of all, and several threads work on it from the
 * beginning; {@link #insert} then returns the result for one module after the other, as if each
 * were loaded at that moment.
 */
final class SideBySide implements Loader {

  private final Map<ResolvedModule, InsertException> refused = new HashMap<>();
  private final Map<ResolvedModule, Chain> chains = new HashMap<>();
  private final Map<ResolvedModule, GivenParameters> parameters = new HashMap<>();
  private final Set<ModuleName> loadedBefore = new HashSet<>();

  /** The items that an operand was told of already. */
  private final Map<ModuleName, Integer> told = new HashMap<>();

  private final Loader oneByOne;
  private final boolean firstTime;
  private final LoadPlan plan;
  private final PlanWork work;
  private final PlanWalk walk;
  private final List<CompletableFuture<Boolean>> workers = new ArrayList<>();

  /**
   * Plans to load the modules of {@code asked}.
   *
   * @param oneByOne loads what cannot be told from the plan
   * @param effects takes the lock and gives it back
   * @param firstTime whether a module that is loaded already is an error
   */
  SideBySide(
      List<Request> asked,
      PlanWork.Inserters inserters,
      Loader oneByOne,
      Installation installation,
      Effects effects,
      TimeSource time,
      boolean firstTime) {
    this.firstTime = firstTime;
    this.oneByOne = oneByOne;
    Inserter inserter = inserters.reportingTo(new ArrayList<>());
    this.plan = installation
        .catalog()
        .loadPlan(
            asked.stream().map(request -> wanted(request, inserter)).toList(),
            inserter.ignoresCommands());
    for (Chain chain : plan.chains()) {
      chains.put(chain.module(), chain);
    }
    this.work = new PlanWork(plan, parameters, installation.config(), inserters);
    this.walk = new PlanWalk(plan, new Schedule(plan, work.commands()), work, effects, time);
  }

  /**
   * Returns those targets of {@code request} that are to be loaded: none that is loaded or
   * blacklisted.
   */
  private List<ResolvedModule> wanted(Request request, Inserter inserter) {
    List<ResolvedModule> wanted = new ArrayList<>();
    for (ResolvedModule target : request.targets()) {
      try {
        if (inserter.isToBeLoaded(target)) {
          inserter.refuseMasked(target);
          wanted.add(target);
          parameters.putIfAbsent(target, request.parameters());
        }
      } catch (InsertException reason) {
        refused.put(target, reason);
      }
    }
    return wanted;
  }

  /** Starts {@code threads}, or does all of the work first where none can be started. */
  void begin(int threads) {
    for (int i = 0; i < Math.min(threads, plan.items().size()); i++) {
      workers.add(Crew.OF_PROCESSORS.begin(() -> {
        walk.run();
        return true;
      }));
    }
  }

  @Override
  public void insert(ResolvedModule target, GivenParameters planned) throws InsertException {
    InsertException reason = refused.get(target);
    if (reason != null) {
      throw reason;
    }
    Chain chain = chains.get(target);
    if (chain == null) {
      return; // it was left alone
    }
    if (isToBeTriedAgain(target, planned)) {
      walk.close(); // it waits for the end, since a command runs alone
      oneByOne.insert(target, planned);
      return;
    }
    if (firstTime && loadedBefore.contains(target.name())) {
      throw InsertException.becauseLoaded();
    }
    for (Link link : chain.links()) {
      account(link, target);
    }
  }

  /**
   * Returns whether {@code target} had its turn, but would not be there yet were one module loaded
   * after the other: its command may have loaded nothing, or other parameters were refused.
   */
  private boolean isToBeTriedAgain(ResolvedModule target, GivenParameters planned) {
    Integer item = told.get(target.name());
    if (item == null) {
      return false;
    }
    return work.isCommand(item)
        || (!walk.outcome(item).isDone() && !planned.equals(parameters.get(target)));
  }

  private void account(Link link, ResolvedModule target) throws InsertException {
    ResolvedModule module = plan.items().get(link.item()).step().module();
    ItemOutcome outcome = walk.outcome(link.item());
    if (told.putIfAbsent(module.name(), link.item()) == null || !outcome.isDone()) {
      outcome.messages().forEach(Runnable::run);
    }
    boolean mayBeLoaded = !(firstTime && module.equals(target));
    if ((outcome.isDone() && mayBeLoaded) || outcome instanceof ItemOutcome.Loaded) {
      loadedBefore.add(module.name());
    } else if (link.required() && outcome instanceof ItemOutcome.Failed failed) {
      throw failed.reason();
    }
  }

  @Override
  public void close() {
    walk.close();
    workers.forEach(CompletableFuture::join);
  }
}
