package org.moduletools.modprobe;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.moduletools.cli.FatalException;
import org.moduletools.cli.Host;
import org.moduletools.cli.LockMessages;
import org.moduletools.cli.Messages;
import org.moduletools.cli.Severity;
import org.moduletools.config.ConfigFiles;
import org.moduletools.config.ConfigProblem;
import org.moduletools.config.KernelCommandLine;
import org.moduletools.config.ModprobeConfig;
import org.moduletools.index.ModuleDirectory;
import org.moduletools.index.ModuleDirectory.Entry;
import org.moduletools.kernel.LockMode;
import org.moduletools.loading.ChainLock;
import org.moduletools.loading.FileInserter;
import org.moduletools.loading.FileInserter.Demand;
import org.moduletools.loading.Parameters;
import org.moduletools.loading.Transition;
import org.moduletools.module.ModuleName;

/**
 * One run of modprobe, once its command line is understood: what is asked for, in the order in
 * which kmod looks for it.
 */
final class ModprobeRun {

  private final ModprobeOptions options;
  private final Host host;
  private final String inheritedOptions;
  private final Messages messages;

  /** Makes one; {@code inheritedOptions} is {@code MODPROBE_OPTIONS} for commands. */
  ModprobeRun(ModprobeOptions options, Host host, String inheritedOptions, Messages messages) {
    this.options = options;
    this.host = host;
    this.inheritedOptions = inheritedOptions;
    this.messages = messages;
  }

  /** Does what is asked for and returns the exit status. */
  int act() {
    if (options.removeDependencies) {
      messages.warning(
          "--remove-dependencies is deprecated and scheduled for removal; use --remove-holders");
    }
    if (options.patience().isEmpty()) {
      messages.error("unexpected wait value '" + options.wait + "'.");
      return 1;
    }
    boolean needsNoName = options.showConfig || options.list;
    if (options.operands.isEmpty() && !needsNoName) {
      messages.error("missing parameters. See -h.");
      return 1;
    }
    ModuleDirectory directory = new ModuleDirectory(host.path(directoryText()));
    ModprobeConfig config = config(directory);
    ModuleDirectory tables = config.usesIndexes() ? directory : directory.withoutIndexes();
    try (Catalog catalog = new Catalog(tables, directoryText(), messages)) {
      return act(new Installation(catalog, config));
    }
  }

  private int act(Installation installation) {
    Listing listing = new Listing(installation, host);
    if (options.showConfig) {
      return listing.config();
    }
    if (options.list) {
      return listing.files(options.operands, options.type);
    }
    if (options.type != null) {
      throw new FatalException("-t only supported with -l");
    }
    if (options.showModversions) {
      return listing.modversions(options.operands.get(0));
    }
    if (options.showExports) {
      return listing.exports(options.operands.get(0));
    }
    return options.remove || options.removeHolders || options.removeDependencies
        ? remove(installation)
        : load(installation);
  }

  /**
   * Returns {@code lib/modules/RELEASE} as it is shown: absolute, and otherwise as the user spelled
   * it.
   */
  private String directoryText() {
    String release =
        options.setVersion == null ? host.kernel().release().value() : options.setVersion;
    String root = options.dirname == null ? "" : options.dirname;
    String text = root + "/lib/modules/" + release;
    return text.startsWith("/") ? text : host.workingDirectory() + "/" + text;
  }

  private ModprobeConfig config(ModuleDirectory directory) {
    List<Path> besideModules =
        List.of(directory.file(Entry.SOFTDEP), directory.file(Entry.WEAKDEP));
    List<Path> named = new ArrayList<>();
    for (String place : options.config) {
      named.add(host.path(place));
    }
    ConfigFiles files = named.isEmpty()
        ? ConfigFiles.standard(host.root(), "modprobe.d", besideModules)
        : ConfigFiles.named(named, besideModules);
    KernelCommandLine commandLine = KernelCommandLine.read(host.root().resolve("proc/cmdline"));
    ModprobeConfig config = ModprobeConfig.read(files, commandLine);
    for (ConfigProblem problem : config.problems()) {
      if (problem.level() == ConfigProblem.Level.FATAL) {
        throw new FatalException(problem.text());
      }
      messages.say(Severity.valueOf(problem.level().name()), problem.text());
    }
    return config;
  }

  private int load(Installation installation) {
    Transition transition = new Transition(host.kernel(), host.time());
    Inserter inserter =
        new Inserter(installation, transition, effects(LockMode.SHARED), report(), insertOptions());
    if (!options.all) {
      String parameters = Parameters.join(options.operands.subList(1, options.operands.size()));
      return load(options.operands.get(0), parameters, installation, inserter);
    }
    int status = 0;
    for (String name : options.operands) {
      status = Math.max(status, load(name, "", installation, inserter));
    }
    return status;
  }

  private Report report() {
    boolean shows = options.showDepends || options.verbose.length > 0;
    return new Report(new ActionLog(host.out(), shows), messages);
  }

  private Effects effects(LockMode mode) {
    if (options.dryRun || options.showDepends || options.showAlias) {
      return Effects.NONE;
    }
    ChainLock lock =
        new ChainLock(host.kernel(), mode, options.lock.timeout(), new LockMessages(messages));
    FileInserter inserter = new FileInserter(host.kernel(), demands(), messages::warning);
    CommandChain chain = CommandChain.of(host.environment());
    return new KernelEffects(host.machine(), inserter, lock, chain, inheritedOptions);
  }

  private Set<Demand> demands() {
    Set<Demand> demands = EnumSet.noneOf(Demand.class);
    if (options.force || options.forceModversion) {
      demands.add(Demand.FORCE_MODVERSION);
    }
    if (options.force || options.forceVermagic) {
      demands.add(Demand.FORCE_VERMAGIC);
    }
    if (options.permanent) {
      demands.add(Demand.PERMANENT);
    }
    return demands;
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

  /**
   * Loads, or just shows, what {@code name} means; the status is that of the worst of several
   * modules.
   */
  private int load(String name, String parameters, Installation installation, Inserter inserter) {
    List<Target> targets = targets(name, installation);
    if (targets.isEmpty()) {
      return complain(
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
        messages.error("could not insert '" + target.name() + "': " + failed.getMessage());
        status = 1;
      }
    }
    return status;
  }

  private List<Target> targets(String name, Installation installation) {
    if (!name.startsWith("/") && !name.startsWith("./")) {
      return installation.resolver().resolve(name);
    }
    if (!Files.exists(host.path(name))) {
      complain("Failed to get module from path " + name + ": No such file or directory");
      return List.of();
    }
    ModuleName module = ModuleName.ofPath(name);
    installation
        .catalog()
        .useFile(module, name.startsWith("/") ? name : host.workingDirectory() + "/" + name);
    return List.of(Target.named(module));
  }

  private int remove(Installation installation) {
    Duration patience = options.patience().orElseThrow();
    Effects effects = effects(LockMode.EXCLUSIVE);
    Remover remover =
        new Remover(installation, host.machine(), effects, report(), removeOptions(), patience);
    int status = 0;
    for (String name : options.operands) {
      List<Target> targets = installation.resolver().resolve(name);
      if (targets.isEmpty()) {
        status = complain("Module " + name + " not found.");
      }
      for (Target target : targets) {
        if (!remove(target.name(), remover)) {
          status = 1;
          break;
        }
      }
    }
    return status;
  }

  /** Removes one module; returns whether it is gone. */
  private boolean remove(ModuleName module, Remover remover) {
    try {
      remover.remove(module);
      return true;
    } catch (RemoveException failed) {
      if (failed.isFatal()) {
        complain(String.valueOf(failed.getMessage()));
      } else {
        messages.error(String.valueOf(failed.getMessage()));
      }
      return false;
    }
  }

  private Set<RemoveOption> removeOptions() {
    Set<RemoveOption> chosen = EnumSet.noneOf(RemoveOption.class);
    if (options.firstTime) {
      chosen.add(RemoveOption.FIRST_TIME);
    }
    if (options.ignoreCommands) {
      chosen.add(RemoveOption.IGNORE_COMMANDS);
    }
    if (options.showDepends) {
      chosen.add(RemoveOption.IGNORE_LOADED);
    }
    if (options.removeHolders || options.removeDependencies) {
      chosen.add(RemoveOption.HOLDERS);
    }
    if (options.force) {
      chosen.add(RemoveOption.FORCE);
    }
    if (options.all) {
      chosen.add(RemoveOption.GO_ON);
    }
    return chosen;
  }

  /** Ends the run, or with {@code -a} warns and goes on. */
  private int complain(String text) {
    if (!options.all) {
      throw new FatalException(text);
    }
    messages.warning(text);
    return 1;
  }
}
