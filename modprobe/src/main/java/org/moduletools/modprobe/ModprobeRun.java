package org.moduletools.modprobe;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.moduletools.cli.DotOutput;
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
    try (Catalog catalog = new Catalog(directory, directoryText(), messages)) {
      return act(new Installation(catalog, config));
    }
  }

  private int act(Installation installation) {
    if (options.json && !options.onlyShows()) {
      throw new FatalException("--json only supported with -D, -n, -R or -c");
    }
    Listing listing = new Listing(installation, host);
    if (options.showConfig) {
      return options.json ? listing.configJson() : listing.config();
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
    if (options.graph) {
      return drawGraph(installation);
    }
    boolean removes = options.remove || options.removeHolders || options.removeDependencies;
    if (options.showAlias && !removes) {
      return showAliases(installation);
    }
    try (ActionLog actions = actions()) {
      Report report = new Report(actions, messages);
      return removes ? remove(installation, report) : load(installation, report);
    }
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

  private int drawGraph(Installation installation) {
    List<ModuleName> modules = new ArrayList<>();
    int status = 0;
    for (String name : options.operands) {
      List<Target> targets = targets(name, installation);
      if (targets.isEmpty()) {
        status = notFound(name, installation);
      }
      targets.forEach(target -> modules.add(target.name()));
    }
    try (DotOutput dot = new DotOutput(host.out())) {
      NeedsGraph.draw(modules, installation, dot);
    }
    return status;
  }

  private int showAliases(Installation installation) {
    int status = 0;
    try (NameListing listing =
        options.json ? NameListing.json(host.out()) : NameListing.text(host.out())) {
      for (String name : options.all ? options.operands : options.operands.subList(0, 1)) {
        List<Target> targets = targets(name, installation);
        listing.show(name, targets.stream().map(Target::name).toList());
        if (targets.isEmpty()) {
          status = notFound(name, installation);
        }
      }
    }
    return status;
  }

  private int load(Installation installation, Report report) {
    Transition transition = new Transition(host.kernel(), host.time());
    Inserter inserter = new Inserter(
        installation,
        transition,
        effects(LockMode.SHARED),
        report,
        OptionSets.ofInsertion(options));
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

  private ActionLog actions() {
    boolean shows = options.showDepends || options.verbose.length > 0;
    return options.json ? new ActionJson(host.out()) : new ActionText(host.out(), shows);
  }

  private Effects effects(LockMode mode) {
    if (options.dryRun || options.showDepends || options.showAlias) {
      return Effects.NONE;
    }
    ChainLock lock =
        new ChainLock(host.kernel(), mode, options.lock.timeout(), new LockMessages(messages));
    FileInserter inserter =
        new FileInserter(host.kernel(), OptionSets.demands(options), messages::warning);
    CommandChain chain = CommandChain.of(host.environment());
    return new KernelEffects(host.machine(), inserter, lock, chain, inheritedOptions);
  }

  /**
   * Loads, or just shows, what {@code name} means; the status is that of the worst of several
   * modules.
   */
  private int load(String name, String parameters, Installation installation, Inserter inserter) {
    List<Target> targets = targets(name, installation);
    if (targets.isEmpty()) {
      return notFound(name, installation);
    }
    int status = 0;
    for (Target target : targets) {
      try {
        inserter.insert(target, parameters);
      } catch (InsertException failed) {
        messages.error("could not insert '" + target.name() + "': " + failed.getMessage());
        status = 1;
      }
    }
    return status;
  }

  private int notFound(String name, Installation installation) {
    return complain(
        "Module " + name + " not found in directory " + installation.catalog().directoryText());
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

  private int remove(Installation installation, Report report) {
    Duration patience = options.patience().orElseThrow();
    Effects effects = effects(LockMode.EXCLUSIVE);
    Remover remover = new Remover(
        installation, host.machine(), effects, report, OptionSets.ofRemoval(options), patience);
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

  /** Ends the run, or with {@code -a} warns and goes on. */
  private int complain(String text) {
    if (!options.all) {
      throw new FatalException(text);
    }
    messages.warning(text);
    return 1;
  }
}
