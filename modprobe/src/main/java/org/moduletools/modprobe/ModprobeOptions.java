package org.moduletools.modprobe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moduletools.cli.FatalException;
import org.moduletools.cli.LockOption;
import org.moduletools.cli.Options;
import org.moduletools.cli.StandardOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command line of modprobe. */
@Command(
    name = "modprobe",
    sortOptions = false,
    description = "Loads a module with all that it needs, or removes it.",
    customSynopsis = {
      "modprobe [OPTION]... MODULE [PARAMETER=VALUE]...",
      "       modprobe [OPTION]... -a MODULE...",
      "       modprobe [OPTION]... -r MODULE...",
      "       modprobe [OPTION]... --coldplug",
      "       modprobe [OPTION]... --load-lists [FILE|DIR]..."
    })
final class ModprobeOptions {

  @Option(
      names = {"-a", "--all"},
      description = "Every operand is a module; none is a parameter.")
  boolean all;

  @Option(
      names = {"-r", "--remove"},
      description = "Remove modules instead of loading them.")
  boolean remove;

  @Option(names = "--remove-holders", description = "Remove, and first those that use the module.")
  boolean removeHolders;

  @Option(names = "--remove-dependencies", descriptionKey = Options.OWN, hidden = true)
  boolean removeDependencies;

  @Option(
      names = {"-w", "--wait"},
      paramLabel = "MSEC",
      description = "When removing: wait up to MSEC milliseconds for a module in use.")
  @Nullable String wait;

  /** Abbreviations that in kmod stand for {@code --wait} alone, and keep that meaning. */
  @Option(names = "--w", hidden = true)
  void waitShortened(@Nullable String milliseconds) {
    wait = milliseconds == null ? wait : milliseconds;
  }

  @Option(
      names = "--first-time",
      description = "Fail if the module is loaded already, or removed already.")
  boolean firstTime;

  @Option(
      names = {"-i", "--ignore-install", "--ignore-remove"},
      description = "Ignore install and remove commands and softdeps of the named module.")
  boolean ignoreCommands;

  @Option(
      names = {"-b", "--use-blacklist"},
      description = "Apply blacklist lines to module names too, not only to aliases.")
  boolean useBlacklist;

  @Option(
      names = {"-f", "--force"},
      description =
          "Load in spite of a wrong version, or remove in spite of uses; may crash the machine.")
  boolean force;

  @Option(names = "--force-modversion", description = "Ignore the versions of symbols.")
  boolean forceModversion;

  @Option(names = "--force-vermagic", description = "Ignore the version magic.")
  boolean forceVermagic;

  @Option(
      names = {"-D", "--show-depends"},
      description = "Print what would be loaded were nothing loaded yet, and end.")
  boolean showDepends;

  @Option(
      names = {"-R", "--resolve-alias", "--show-alias"},
      description = "Print the modules that the names mean, and end.")
  boolean showAlias;

  @Option(
      names = "--explain",
      description = "Print what would be done about each name and why, and end.")
  boolean explain;

  @Option(
      names = {"-c", "--showconfig", "--show-config"},
      description = "Print the configuration and the indexes, and end.")
  boolean showConfig;

  @Option(
      names = {"--show-modversions", "--dump-modversions"},
      description = "Print the versions of the symbols that the module needs, and end.")
  boolean showModversions;

  @Option(
      names = "--show-exports",
      description = "Print the symbols that the module exports, and end.")
  boolean showExports;

  @Option(
      names = {"-l", "--list"},
      description = "Print the files of all modules, or of those that a wildcard matches, and end.")
  boolean list;

  @Option(
      names = {"-t", "--type"},
      paramLabel = "DIR",
      description = "With -l: only those with a folder DIR in their path.")
  @Nullable String type;

  @Option(
      names = "--graph",
      description = "Print what the modules need as a graph for Graphviz's dot, and end.")
  boolean graph;

  @Option(
      names = "--with-sources",
      description = "With -c: print where each line of the configuration stands.")
  boolean withSources;

  @Option(names = "--json", description = "With -D, -n, -R, -c or --explain: print JSON.")
  boolean json;

  @Option(
      names = {"-n", "--dry-run", "--show"},
      description = "Do all but load or remove; most useful with -v.")
  boolean dryRun;

  @Option(
      names = {"-C", "--config"},
      paramLabel = "PATH",
      description =
          "Read this file or folder instead of the modprobe.d folders; may be given again.")
  List<String> config = new ArrayList<>();

  @Option(
      names = {"-d", "--dirname"},
      paramLabel = "DIR",
      description = "Look for modules in DIR/lib/modules.")
  @Nullable String dirname;

  @Option(
      names = {"-S", "--set-version"},
      paramLabel = "VERSION",
      description = "Take this kernel release instead of the running one.")
  @Nullable String setVersion;

  @Option(
      names = "--root",
      paramLabel = "DIR",
      description =
          "Answer for the system below DIR, its configuration and modules; loads nothing.")
  @Nullable String root;

  @Option(names = "--no-cmdline", description = "Take no notice of the kernel command line.")
  boolean noCommandLine;

  @Option(
      names = {"-s", "--syslog"},
      description = "Send messages to the system log.")
  boolean syslog;

  @Option(
      names = {"-q", "--quiet"},
      description = "Print no messages.")
  boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      description = "Print what is done; twice or thrice for more.")
  boolean[] verbose = {};

  @Option(
      names = "--permanent",
      description = "Load modules so that they can never be removed; their signature is lost.")
  boolean permanent;

  @Mixin
  BootOptions boot = new BootOptions();

  @Mixin
  JobsOption jobs = new JobsOption();

  @Mixin
  LockOption lock = new LockOption();

  @Mixin
  StandardOptions standard = new StandardOptions();

  /**
   * Returns how long to try to remove a module that is in use; nothing if it is no number as
   * strtoul(3) reads them.
   */
  Optional<Duration> patience() {
    if (wait == null) {
      return Optional.of(Duration.ZERO);
    }
    try {
      return Optional.of(Duration.ofMillis(Long.decode(wait.strip())));
    } catch (NumberFormatException wrong) {
      return Optional.empty();
    }
  }

  /** Returns whether nothing is loaded or removed, but shown. */
  boolean onlyShows() {
    return dryRun || showDepends || showAlias || showConfig || explain;
  }

  /** Returns the options given that print something else than what would be done. */
  List<String> otherOutputs() {
    List<String> given = new ArrayList<>();
    addIf(showAlias, "-R", given);
    addIf(showConfig, "-c", given);
    addIf(list, "-l", given);
    addIf(graph, "--graph", given);
    addIf(showExports, "--show-exports", given);
    addIf(showModversions, "--show-modversions", given);
    return given;
  }

  private static void addIf(boolean condition, String option, List<String> options) {
    if (condition) {
      options.add(option);
    }
  }

  /** Returns whether a line is printed for each action; {@code -q} outranks {@code -v}. */
  boolean showsActions() {
    return showDepends || (verbose.length > 0 && !quiet);
  }

  /** Returns whether the kernel command line counts. */
  boolean usesCommandLine() {
    return !isOfImage() && !noCommandLine;
  }

  /** Returns whether the answers are about the system below {@code --root}, not this machine. */
  boolean isOfImage() {
    return root != null;
  }

  /** Ends the run if {@code --explain} is combined with a listing. */
  void requireNoListing() {
    if (!explain) {
      return;
    }
    List<String> listings = otherOutputs();
    listings.remove("-R");
    if (!listings.isEmpty()) {
      throw new FatalException(
          "--explain and " + listings.get(0) + " are two questions; leave out one");
    }
  }

  /** Returns whether a module has to be named, and none is. */
  boolean lacksNames() {
    return standard.operands().isEmpty() && !showConfig && !list && !boot.findsNames();
  }
}
