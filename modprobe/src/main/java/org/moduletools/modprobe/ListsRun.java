package org.moduletools.modprobe;

import java.util.List;
import org.moduletools.cli.ConfigMessages;
import org.moduletools.cli.Host;
import org.moduletools.config.ConfigProblem;
import org.moduletools.config.LoadLists;
import org.moduletools.config.LoadLists.Wish;
import org.moduletools.kernel.LockMode;
import org.moduletools.module.ModuleName;
import org.moduletools.tree.ResolvedModule;

/** A run that loads the modules of lists, as at boot. */
final class ListsRun {

  private final Invocation invocation;
  private final Installation installation;
  private final LoadRun run;

  ListsRun(Invocation invocation, Installation installation, Report report) {
    this.invocation = invocation;
    this.installation = installation;
    this.run = new LoadRun(
        invocation,
        installation,
        report,
        OptionSets.ofBoot(invocation.options()),
        invocation.effects(LockMode.SHARED));
  }

  /** Does it and returns the status. */
  int act() {
    Host host = invocation.host();
    List<String> named = invocation.options().standard.operands();
    LoadLists lists = named.isEmpty()
        ? LoadLists.standard(host.root(), invocation.options().usesCommandLine())
        : LoadLists.named(host.configPlaces(named), host.root());
    new ConfigMessages(host, invocation.messages()).report(lists.problems());
    boolean isComplete = lists.problems().stream()
        .noneMatch(problem -> problem.level() == ConfigProblem.Level.ERROR);
    return Math.max(isComplete ? 0 : 1, load(lists.wishes()));
  }

  private int load(List<Wish> wishes) {
    List<Request> requests = wishes.stream().map(this::request).toList();
    int status = 0;
    try (Loader loader = run.loader(requests)) {
      for (int i = 0; i < wishes.size(); i++) {
        status = Math.max(status, load(requests.get(i), wishes.get(i).source(), loader));
      }
    }
    return status;
  }

  private Request request(Wish wish) {
    List<ResolvedModule> targets = installation.catalog().resolve(wish.name());
    return new Request(wish.name(), targets, new GivenParameters(wish.parameters(), wish.source()));
  }

  private int load(Request request, String source, Loader loader) {
    boolean isInKernel = request.targets().isEmpty()
        && !invocation.options().showDepends
        && run.isInKernel(new ModuleName(request.name()));
    if (!request.targets().isEmpty() || isInKernel) {
      return run.load(request, loader);
    }
    invocation
        .messages()
        .warning("Module " + request.name() + " not found in directory "
            + installation.catalog().directoryText() + "; " + source + " asks for it");
    return 1;
  }
}
