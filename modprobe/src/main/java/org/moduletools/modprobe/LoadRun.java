package org.moduletools.modprobe;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.moduletools.cli.Host;
import org.moduletools.cli.Messages;
import org.moduletools.cli.Severity;
import org.moduletools.diagnosis.Cause;
import org.moduletools.kernel.LockMode;
import org.moduletools.loading.Parameters;
import org.moduletools.loading.Transition;
import org.moduletools.module.ModuleName;
import org.moduletools.tree.ResolvedModule;

/** A run that loads the named modules, or only shows them. */
final class LoadRun {

  private final Invocation invocation;
  private final ModprobeOptions options;
  private final Operands operands;
  private final Transition transition;
  private final Installation installation;
  private final Report report;
  private final Effects effects;
  private final Set<InsertOption> how;

  LoadRun(Invocation invocation, Installation installation, Report report) {
    this(
        invocation,
        installation,
        report,
        OptionSets.ofInsertion(invocation.options()),
        invocation.effects(LockMode.SHARED));
  }

  /** Makes one that loads by {@code effects}, in the way that {@code how} says. */
  LoadRun(
      Invocation invocation,
      Installation installation,
      Report report,
      Set<InsertOption> how,
      Effects effects) {
    this.invocation = invocation;
    this.options = invocation.options();
    this.operands = new Operands(invocation, installation);
    this.transition = invocation.transition();
    this.installation = installation;
    this.report = report;
    this.effects = effects;
    this.how = how;
  }

  /** Loads the first operand with the others as its parameters, or each; returns the status. */
  int act() {
    List<String> names = options.standard.operands();
    if (!options.all) {
      String parameters = Parameters.join(names.subList(1, names.size()));
      return load(request(names.get(0), parameters), oneByOne());
    }
    return isSideBySide() ? loadTogether(names) : loadEach(names);
  }

  private Request request(String name, String parameters) {
    return new Request(name, operands.targets(name), GivenParameters.ofCommandLine(parameters));
  }

  private boolean isSideBySide() {
    return options.jobs.threads() > 1 && !options.onlyShows();
  }

  private int loadEach(List<String> names) {
    Loader loader = oneByOne();
    int status = 0;
    for (String name : names) {
      status = Math.max(status, load(request(name, ""), loader));
    }
    return status;
  }

  private int loadTogether(List<String> names) {
    List<Request> requests = names.stream().map(name -> request(name, "")).toList();
    int status = 0;
    try (Loader loader = loader(requests)) {
      for (Request request : requests) {
        status = Math.max(status, load(request, loader));
      }
    }
    return status;
  }

  /**
   * Returns a loader of the requested modules: one after the other or, with {@code --jobs},
   * concurrently from now on.
   */
  Loader loader(List<Request> asked) {
    if (!isSideBySide()) {
      return oneByOne();
    }
    SideBySide loader = new SideBySide(
        asked,
        this::keeping,
        oneByOne(),
        installation,
        effects,
        invocation.host().time(),
        how.contains(InsertOption.FIRST_TIME));
    loader.begin(options.jobs.threads());
    return loader;
  }

  /** Returns a loader of one module after the other. */
  Inserter oneByOne() {
    return inserter(effects, report.messages());
  }

  private Inserter keeping(List<Runnable> kept) {
    Messages messages = report.messages().keptIn(kept);
    return inserter(new HeldEffects(effects).reportingTo(messages::warning), messages);
  }

  private Inserter inserter(Effects used, Messages messages) {
    return new Inserter(
        installation, transition, used, new Report(report.actions(), messages), how);
  }

  /**
   * Loads the modules of {@code request}. Of several modules the status is that of the last one, as
   * in kmod (kmod 34, tools/modprobe.c: insmod): for callers one failing driver is no failure of
   * the device.
   */
  int load(Request request, Loader loader) {
    if (request.targets().isEmpty()) {
      return leaveInKernel(request.name());
    }
    int status = 0;
    for (ResolvedModule target : request.targets()) {
      status = load(target, request.parameters(), loader);
    }
    return status;
  }

  private int load(ResolvedModule target, GivenParameters parameters, Loader loader) {
    try {
      loader.insert(target, parameters);
      return 0;
    } catch (InsertException failed) {
      return complain(target.name(), failed);
    }
  }

  /**
   * Handles an unknown {@code name}. The kernel may have a module of that name, from a folder that
   * is gone by now, or that a container does not see.
   */
  private int leaveInKernel(String name) {
    ModuleName module = new ModuleName(name);
    if (options.showDepends || !isInKernel(module)) {
      return operands.notFound(name);
    }
    if (how.contains(InsertOption.FIRST_TIME)) {
      return complain(module, InsertException.becauseLoaded());
    }
    invocation
        .messages()
        .say(
            Severity.NOTICE,
            "module " + module + " is in the kernel; no file of it is known, and none is needed");
    return 0;
  }

  /** Returns whether the kernel has {@code module}, wherever it is from. */
  boolean isInKernel(ModuleName module) {
    return transition.settled(module).isInKernel();
  }

  /** Reports why {@code module} could not be loaded, and returns the status of a failure. */
  int complain(ModuleName module, InsertException failed) {
    invocation.messages().error("could not insert '" + module + "': " + failed.getMessage());
    if (!failed.note().isEmpty()) {
      invocation.messages().note(failed.note());
    }
    invocation.notes().say(() -> why(module, failed));
    return 1;
  }

  /** The causes are those of the module that was refused, which {@code module} may only need. */
  private List<Cause> why(ModuleName module, InsertException failed) {
    List<Cause> causes = new ArrayList<>();
    failed.refusal().ifPresent(refusal -> {
      if (!refusal.module().equals(module)) {
        causes.add(() ->
            "it was " + refusal.module() + " that the kernel refused, which " + module + " needs");
      }
      Host host = invocation.host();
      causes.addAll(operands.installation().catalog().why(refusal, host.kernel(), host.root()));
    });
    return causes;
  }
}
