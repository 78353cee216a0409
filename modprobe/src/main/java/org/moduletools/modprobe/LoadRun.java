package org.moduletools.modprobe;

import java.nio.file.Files;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.moduletools.cli.Host;
import org.moduletools.kernel.LockMode;
import org.moduletools.loading.Parameters;
import org.moduletools.loading.Transition;
import org.moduletools.module.ModuleName;

/** A run that loads what is named, or just shows what that would be. */
final class LoadRun {

  private final Invocation invocation;
  private final ModprobeOptions options;
  private final Host host;
  private final Installation installation;
  private final Inserter inserter;

  LoadRun(Invocation invocation, Installation installation) {
    this.invocation = invocation;
    this.options = invocation.options();
    this.host = invocation.host();
    this.installation = installation;
    Transition transition = new Transition(host.kernel(), host.time());
    this.inserter = new Inserter(
        installation,
        transition,
        invocation.effects(LockMode.SHARED),
        invocation.report(),
        insertOptions());
  }

  /** Loads the first operand with the others as its parameters, or each; returns the status. */
  int act() {
    if (!options.all) {
      String parameters = Parameters.join(options.operands.subList(1, options.operands.size()));
      return load(options.operands.get(0), parameters);
    }
    int status = 0;
    for (String name : options.operands) {
      status = Math.max(status, load(name, ""));
    }
    return status;
  }

  /** Loads what {@code name} means; the status is that of the worst of several modules. */
  private int load(String name, String parameters) {
    List<Target> targets = targets(name);
    if (targets.isEmpty()) {
      return invocation.complain(
          "Module " + name + " not found in directory " + installation.catalog().directoryText());
    }
    int status = 0;
    for (Target target : targets) {
      if (options.showAlias) {
        host.out().print(target.name() + "\n");
        continue;
      }
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

  private List<Target> targets(String name) {
    if (!name.startsWith("/") && !name.startsWith("./")) {
      return installation.resolver().resolve(name);
    }
    if (!Files.exists(host.path(name))) {
      invocation.complain("Failed to get module from path " + name + ": No such file or directory");
      return List.of();
    }
    ModuleName module = ModuleName.ofPath(name);
    installation
        .catalog()
        .useFile(module, name.startsWith("/") ? name : host.workingDirectory() + "/" + name);
    return List.of(Target.named(module));
  }

  private Set<InsertOption> insertOptions() {
    Set<InsertOption> chosen = EnumSet.noneOf(InsertOption.class);
    if (options.firstTime) {
      chosen.add(InsertOption.FIRST_TIME);
    }
    if (options.ignoreCommands) {
      chosen.add(InsertOption.IGNORE_COMMANDS);
    }
    if (options.showDepends) {
      chosen.add(InsertOption.IGNORE_LOADED);
    }
    if (options.useBlacklist) {
      chosen.add(InsertOption.USE_BLACKLIST);
    }
    return chosen;
  }
}
