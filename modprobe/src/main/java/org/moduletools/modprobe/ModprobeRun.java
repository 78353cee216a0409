package org.moduletools.modprobe;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.moduletools.cli.ConfigMessages;
import org.moduletools.cli.DotOutput;
import org.moduletools.cli.FatalException;
import org.moduletools.cli.Host;
import org.moduletools.cli.Messages;
import org.moduletools.cli.StyledOutput;
import org.moduletools.config.ConfigFiles;
import org.moduletools.config.ConfigPlace;
import org.moduletools.config.KernelCommandLine;
import org.moduletools.config.ModprobeConfig;
import org.moduletools.index.ModuleDirectory;
import org.moduletools.index.ModuleDirectory.Entry;
import org.moduletools.module.ModuleName;
import org.moduletools.tree.Mask;
import org.moduletools.tree.ModuleTree;
import org.moduletools.tree.ResolvedModule;

/**
 * One run of modprobe, after its command line is parsed. It checks for the requested action in
 * kmod's order.
 */
final class ModprobeRun {

  private final Invocation invocation;
  private final ModprobeOptions options;
  private final Host host;
  private final Messages messages;

  ModprobeRun(Invocation invocation) {
    this.invocation = invocation;
    this.options = invocation.options();
    this.host = invocation.host();
    this.messages = invocation.messages();
  }

  /** Runs the action and returns the exit status. */
  int act() {
    if (options.removeDependencies) {
      messages.warning(
          "--remove-dependencies is deprecated and scheduled for removal; use --remove-holders");
    }
    if (options.patience().isEmpty()) {
      messages.error("unexpected wait value '" + options.wait + "'.");
      return 1;
    }
    if (options.lacksNames()) {
      messages.error("missing parameters. See -h.");
      return 1;
    }
    String release =
        options.setVersion == null ? host.kernel().release().value() : options.setVersion;
    String directoryText = host.moduleDirectory(Optional.ofNullable(options.dirname), release);
    ModuleDirectory directory = new ModuleDirectory(host.path(directoryText));
    ModprobeConfig config = config(directory);
    try (ModuleTree tree = ModuleTree.open(directory.path(), config, messages::error)) {
      Catalog catalog = new Catalog(tree, directory.path(), directoryText);
      return act(new Installation(catalog, config));
    }
  }

  private int act(Installation installation) {
    if (options.json && !options.onlyShows()) {
      throw new FatalException("--json only supported with -D, -n, -R, -c or --explain");
    }
    boolean removes = removes();
    if (options.explain && options.boot.findsNames()) {
      throw new FatalException("--explain takes names; leave out --coldplug and --load-lists");
    }
    if (options.boot.findsNames()) {
      options.boot.requireNothingElse(options.standard.operands(), options.otherOutputs(), removes);
    }
    options.requireNoListing();
    if (showsSkipped()) {
      new MaskCheck(installation).problems().forEach(messages::warning);
    }
    Listing listing = new Listing(installation, host);
    if (options.showConfig) {
      return options.json
          ? listing.configJson(options.withSources)
          : listing.config(options.withSources);
    }
    if (options.withSources) {
      throw new FatalException("--with-sources only supported with -c");
    }
    if (options.explain) {
      return explain(installation);
    }
    if (options.list) {
      return listing.files(options.standard.operands(), options.type);
    }
    if (options.type != null) {
      throw new FatalException("-t only supported with -l");
    }
    if (options.showModversions) {
      return listing.modversions(options.standard.operands().get(0));
    }
    if (options.showExports) {
      return listing.exports(options.standard.operands().get(0));
    }
    if (options.graph) {
      return drawGraph(installation);
    }
    if (options.boot.namesSys() && !options.boot.coldplug) {
      throw new FatalException("--sys only supported with --coldplug");
    }
    if (options.isOfImage() && !options.onlyShows()) {
      throw new FatalException(
          "--root loads and removes nothing; add -n or -D to see what would be done");
    }
    if (options.boot.coldplug) {
      return new ColdplugRun(invocation, installation).act();
    }
    if (options.showAlias && !removes) {
      return showAliases(installation);
    }
    try (ActionLog actions = invocation.actions()) {
      Report report = new Report(actions, messages);
      if (options.boot.loadLists) {
        return new ListsRun(invocation, installation, report).act();
      }
      return removes
          ? new RemoveRun(invocation, installation, report).act()
          : new LoadRun(invocation, installation, report).act();
    }
  }

  /** Returns whether ineffective parts of the configuration are reported too. */
  private boolean showsSkipped() {
    return options.showConfig || options.explain || options.verbose.length > 0;
  }

  private ModprobeConfig config(ModuleDirectory directory) {
    List<Path> besideModules =
        List.of(directory.file(Entry.SOFTDEP), directory.file(Entry.WEAKDEP));
    List<ConfigPlace> named = host.configPlaces(options.config);
    ConfigFiles files = named.isEmpty()
        ? ConfigFiles.standard(host.root(), "modprobe.d", besideModules)
        : ConfigFiles.named(named, besideModules);
    KernelCommandLine commandLine = options.usesCommandLine()
        ? KernelCommandLine.read(host.root().resolve("proc/cmdline"))
        : KernelCommandLine.EMPTY;
    ModprobeConfig config = ModprobeConfig.read(files, commandLine);
    ConfigMessages configMessages = new ConfigMessages(host, messages);
    configMessages.report(config.problems());
    if (showsSkipped()) {
      configMessages.reportPassedOver(config.problems());
    }
    if (named.isEmpty() && !options.isOfImage()) {
      configMessages.reportOpenPlaces(config.places());
    }
    return config;
  }

  /** Explains each operand; the status is 1 if one of them would not be loaded and is not. */
  private int explain(Installation installation) {
    if (removes()) {
      throw new FatalException("--explain is about loading; it takes no -r");
    }
    NameExplainer explainer = new NameExplainer(invocation, installation);
    List<ExplainedOperand> operands = ExplainedOperand.of(options.standard.operands(), options.all);
    int status = 0;
    try (ExplanationListing listing =
        options.json ? new ExplanationJson(host) : new ExplanationText(new StyledOutput(host))) {
      for (ExplainedOperand operand : operands) {
        Explanation explanation = explainer.explain(operand.name(), operand.parameters());
        listing.show(explanation);
        status = explanation.isGood() ? status : 1;
      }
    }
    return status;
  }

  private boolean removes() {
    return options.remove || options.removeHolders || options.removeDependencies;
  }

  private int drawGraph(Installation installation) {
    Operands operands = new Operands(invocation, installation);
    List<ModuleName> modules = new ArrayList<>();
    int status = 0;
    for (String name : options.standard.operands()) {
      List<ResolvedModule> targets = operands.targets(name);
      if (targets.isEmpty()) {
        status = operands.notFound(name);
      }
      targets.forEach(target -> modules.add(target.name()));
    }
    try (DotOutput dot = new DotOutput(host.out())) {
      NeedsGraph.draw(modules, installation, dot);
    }
    return status;
  }

  private int showAliases(Installation installation) {
    Operands operands = new Operands(invocation, installation);
    int status = 0;
    try (NameListing listing =
        options.json ? NameListing.json(host) : NameListing.text(host.out())) {
      for (String name : options.all
          ? options.standard.operands()
          : options.standard.operands().subList(0, 1)) {
        List<ResolvedModule> targets = operands.targets(name);
        listing.show(
            name,
            targets.stream().map(ResolvedModule::name).toList(),
            masked(targets, installation));
        if (targets.isEmpty()) {
          status = operands.notFound(name);
        }
      }
    }
    return status;
  }

  /** Returns the masked ones of {@code targets}, and reports each. */
  private List<ModuleName> masked(List<ResolvedModule> targets, Installation installation) {
    List<ModuleName> masked = new ArrayList<>();
    for (ResolvedModule target : targets) {
      Optional<Mask> mask = installation.catalog().mask(target.name());
      if (mask.isPresent()) {
        masked.add(target.name());
        messages.note(
            MaskNote.of(installation.catalog().maskedBy(mask.get(), target.name()), mask.get()));
      }
    }
    return masked;
  }
}
