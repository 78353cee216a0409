package org.moduletools.modprobe;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.moduletools.cli.FatalException;
import org.moduletools.cli.Host;
import org.moduletools.cli.Messages;
import org.moduletools.cli.Severity;
import org.moduletools.config.ConfigFiles;
import org.moduletools.config.ConfigProblem;
import org.moduletools.config.KernelCommandLine;
import org.moduletools.config.ModprobeConfig;
import org.moduletools.index.ModuleDirectory;
import org.moduletools.index.ModuleDirectory.Entry;

/**
 * One run of modprobe, once its command line is understood: what is asked for, in the order in
 * which kmod looks for it.
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
        ? new RemoveRun(invocation, installation).act()
        : new LoadRun(invocation, installation).act();
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
}
