package org.moduletools.depmod;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moduletools.cli.Options;
import org.moduletools.cli.StandardOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** depmod's command line. */
@Command(
    name = "depmod",
    sortOptions = false,
    customSynopsis = "depmod [OPTION]... [VERSION [FILE]...]",
    description = "Writes modules.dep and the other files by which modprobe finds modules.")
final class DepmodOptions {

  @Option(
      names = {"-a", "--all"},
      description = "Look at all modules; the default without FILEs.")
  private boolean all;

  @Option(
      names = {"-A", "--quick"},
      description = "Do nothing if nothing has changed since the last run.")
  private boolean quick;

  @Option(
      names = {"-b", "--basedir"},
      paramLabel = "DIR",
      description = "The folder that the module directory is below, instead of /.")
  private @Nullable String baseDirectory;

  @Option(
      names = "--root",
      paramLabel = "DIR",
      description = "As -b, and depmod.d is that below DIR too.")
  private @Nullable String root;

  @Option(
      names = {"-m", "--moduledir"},
      paramLabel = "DIR",
      description = "The module directory, instead of lib/modules.")
  private String moduleDirectory = "lib/modules";

  @Option(
      names = {"-o", "--outdir"},
      paramLabel = "DIR",
      description = "Write below this folder instead of that of -b.")
  private @Nullable String outputDirectory;

  @Option(
      names = {"-C", "--config"},
      paramLabel = "PATH",
      description = "Read this file or directory instead of depmod.d; may be given more than once.")
  private List<String> configuration = new ArrayList<>();

  @Option(
      names = {"-E", "--symvers"},
      paramLabel = "FILE",
      description = "The kernel's Module.symvers: check symbols and their versions against it.")
  private @Nullable String symvers;

  @Option(
      names = {"-F", "--filesyms"},
      paramLabel = "FILE",
      description = "The kernel's System.map: check symbols against it.")
  private @Nullable String systemMap;

  @Option(
      names = {"-e", "--errsyms"},
      description = "Name symbols that nothing exports; needs -E or -F.")
  private boolean errorSymbols;

  @Option(
      names = {"-v", "--verbose"},
      description = "Say which module needs which, and by which symbol first.")
  private boolean[] verbose = {};

  @Option(
      names = {"-n", "--show", "--dry-run"},
      description = "Print the text files instead of writing any.")
  private boolean dryRun;

  @Option(names = "--json", description = "With -n: print JSON.")
  private boolean json;

  @Option(
      names = "--graph",
      description = "Print which module needs which as a graph for Graphviz's dot, and end.")
  private boolean graph;

  @Option(
      names = {"-P", "--symbol-prefix"},
      paramLabel = "CHAR",
      description = "Take this character off the front of symbols.")
  private @Nullable String symbolPrefix;

  @Option(
      names = {"-w", "--warn"},
      description = "Warn of what several modules claim.")
  private boolean warnDuplicates;

  @Option(
      names = "--ignore-loops",
      description = "Leave out modules that need each other in a circle, instead of failing.")
  private boolean ignoreLoops;

  @Option(
      names = "--map-files",
      descriptionKey = Options.OWN,
      description = "Write module-init-tools' map files too, such as modules.pcimap.")
  private boolean mapFiles;

  @Option(
      names = "--check-aliases",
      descriptionKey = Options.OWN,
      description = "Say where modules' device tables and aliases differ; write nothing.")
  private boolean checkAliases;

  @Option(
      names = {"--cache"},
      descriptionKey = Options.OWN,
      paramLabel = "DIR",
      description =
          "Keep what is read from modules here; without -b and -o: /var/cache/module-tools.")
  private @Nullable String cache;

  @Option(
      names = {"--no-cache"},
      description = "Read every module, and keep nothing for the next run.")
  private boolean noCache;

  @SuppressWarnings("UnusedVariable") // what module-init-tools had and scripts may still say
  @Option(
      names = {"-u", "--unresolved-error", "-q", "--quiet", "-r"},
      descriptionKey = Options.OWN,
      hidden = true,
      description = "Ignored.")
  private boolean ignored;

  @Mixin
  private StandardOptions standard = new StandardOptions();

  StandardOptions standard() {
    return standard;
  }

  boolean all() {
    return all;
  }

  boolean quick() {
    return quick;
  }

  Optional<String> baseDirectory() {
    return Optional.ofNullable(baseDirectory);
  }

  /** Returns the folder of the system image, if the run is not about this machine. */
  Optional<String> root() {
    return Optional.ofNullable(root);
  }

  /** Returns the module directory, always relative to another. */
  String moduleDirectory() {
    int start = 0;
    while (start < moduleDirectory.length() && moduleDirectory.charAt(start) == '/') {
      start++;
    }
    return moduleDirectory.substring(start);
  }

  Optional<String> outputDirectory() {
    return Optional.ofNullable(outputDirectory);
  }

  /** Returns whether the modules, or the written files, are not this machine's own. */
  boolean isForAnotherRoot() {
    return baseDirectory != null || outputDirectory != null || root != null;
  }

  List<String> configuration() {
    return configuration;
  }

  Optional<String> symvers() {
    return Optional.ofNullable(symvers);
  }

  Optional<String> systemMap() {
    return Optional.ofNullable(systemMap);
  }

  boolean errorSymbols() {
    return errorSymbols;
  }

  boolean json() {
    return json;
  }

  boolean graph() {
    return graph;
  }

  /** Returns whether standard output is for other programs. */
  boolean forPrograms() {
    return json || graph;
  }

  /** Returns the number of {@code -v}. */
  int verbosity() {
    return verbose.length;
  }

  boolean dryRun() {
    return dryRun;
  }

  Optional<String> symbolPrefix() {
    return Optional.ofNullable(symbolPrefix);
  }

  boolean warnDuplicates() {
    return warnDuplicates;
  }

  boolean ignoreLoops() {
    return ignoreLoops;
  }

  boolean mapFiles() {
    return mapFiles;
  }

  boolean checkAliases() {
    return checkAliases;
  }

  /** Returns the folder of caches, if one was named. */
  Optional<String> cache() {
    return Optional.ofNullable(cache);
  }

  boolean noCache() {
    return noCache;
  }

  List<String> operands() {
    return standard.operands();
  }
}
