package org.moduletools.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.moduletools.config.ConfigFile.Origin;
import org.moduletools.module.Fnmatch;
import org.moduletools.module.ModuleName;

/**
 * modprobe's configuration: the lines of modprobe.d, of what depmod wrote beside the modules, and
 * of the kernel command line.
 *
 * <p>Which line counts: for alias, options and blacklist each one that matches; for install and
 * remove the first; for softdep and weakdep all of them together, where kmod takes only the first.
 */
public final class ModprobeConfig {

  private final List<ModprobeRule> rules;
  private final boolean usesIndexes;
  private final List<ConfigProblem> problems;
  private final List<Path> places;

  private ModprobeConfig(
      List<ModprobeRule> rules,
      boolean usesIndexes,
      List<ConfigProblem> problems,
      List<Path> places) {
    this.rules = List.copyOf(rules);
    this.usesIndexes = usesIndexes;
    this.problems = List.copyOf(problems);
    this.places = List.copyOf(places);
  }

  /** Reads {@code files}; what {@code commandLine} says comes behind all of them. */
  public static ModprobeConfig read(ConfigFiles files, KernelCommandLine commandLine) {
    ConfigLines lines = ConfigLines.read(files, "modprobe.d");
    List<ModprobeRule> rules = new ArrayList<>();
    List<ConfigProblem> problems = new ArrayList<>(lines.problems());
    boolean usesIndexes = true;
    for (ConfigLine line : lines.lines()) {
      Optional<Boolean> setting = binaryIndexes(line);
      if (setting.isPresent()) {
        usesIndexes = setting.get();
      } else {
        parse(line, rules, problems);
      }
    }
    rules.addAll(commandLine.rules());
    problems.addAll(commandLine.problems());
    return new ModprobeConfig(rules, usesIndexes, problems, lines.places());
  }

  /** Returns what a line {@code config binary_indexes yes|no} says; nothing if it is another. */
  private static Optional<Boolean> binaryIndexes(ConfigLine line) {
    Words words = new Words(line.text());
    boolean isSetting = line.file().origin() != Origin.MODULES
        && words.next().filter("config"::equals).isPresent()
        && words.next().filter("binary_indexes"::equals).isPresent();
    Optional<String> value = isSetting ? words.next() : Optional.empty();
    return value
        .filter(word -> word.equals("yes") || word.equals("no"))
        .map(word -> word.equals("yes"));
  }

  private static void parse(
      ConfigLine line, List<ModprobeRule> rules, List<ConfigProblem> problems) {
    Words words = new Words(line.text());
    String first = words.next().orElseThrow();
    boolean ofModules = line.file().origin() == Origin.MODULES;
    ModprobeCommand.of(first)
        .filter(command -> !ofModules || command.isWishOfModule())
        .flatMap(command -> command.parse(words, ofModules))
        .ifPresentOrElse(
            rules::add,
            () -> problems.add(ConfigProblem.error(line.file().place()
                + " line "
                + line.number()
                + ": ignoring bad line starting with '"
                + first
                + "'")));
  }

  /**
   * Returns whether the {@code .bin} files are to be used, not the text files alone: what the last
   * line says that says so (module-init-tools 3.16, modprobe.c: config binary_indexes).
   */
  public boolean usesIndexes() {
    return usesIndexes;
  }

  /** Returns the files and directories whose say it is, without what depmod wrote. */
  public List<Path> places() {
    return places;
  }

  /** Returns what was wrong, in the order in which it was met. */
  public List<ConfigProblem> problems() {
    return problems;
  }

  /**
   * Returns the aliases whose pattern matches {@code name}, in order. All of them are meant.
   *
   * @param name a module name or alias, normalised
   */
  public List<ConfigAlias> aliasesOf(String name) {
    List<ConfigAlias> aliases = new ArrayList<>();
    for (ModprobeRule rule : of(ModprobeCommand.ALIAS)) {
      if (Fnmatch.matches(rule.name(), name)) {
        aliases.add(new ConfigAlias(rule.name(), new ModuleName(rule.text())));
      }
    }
    return aliases;
  }

  /** Returns whether {@code module} must not be loaded because of its aliases. */
  public boolean isBlacklisted(ModuleName module) {
    return of(ModprobeCommand.BLACKLIST).stream().anyMatch(rule -> isNamed(rule, module));
  }

  /** Returns the parameters for {@code module} when it is reached by its name. */
  public String optionsOf(ModuleName module) {
    return optionsOf(module, module.value());
  }

  /**
   * Returns the parameters for {@code module} when it is reached by {@code alias}: those of all
   * options lines that name either, in order, joined by blanks. Empty if there are none.
   *
   * @param alias the pattern of the configuration's alias, or what the user typed, normalised
   */
  public String optionsOf(ModuleName module, String alias) {
    List<String> options = new ArrayList<>();
    for (ModprobeRule rule : of(ModprobeCommand.OPTIONS)) {
      if (isNamed(rule, module) || rule.name().equals(alias)) {
        options.add(rule.text());
      }
    }
    return String.join(" ", options);
  }

  /**
   * Returns the command to run instead of loading {@code module}: of the first line that matches.
   */
  public Optional<String> installOf(ModuleName module) {
    return first(ModprobeCommand.INSTALL, module);
  }

  /** Returns the command to run instead of removing {@code module}: of the first that matches. */
  public Optional<String> removeOf(ModuleName module) {
    return first(ModprobeCommand.REMOVE, module);
  }

  /**
   * Returns whether an install or remove line is for just {@code module}, by name and not by
   * pattern. Such a line makes a module of a name that nothing else knows.
   */
  public boolean hasCommandNamed(ModuleName module) {
    return rules.stream()
        .filter(rule ->
            rule.command() == ModprobeCommand.INSTALL || rule.command() == ModprobeCommand.REMOVE)
        .anyMatch(rule -> isNamed(rule, module));
  }

  /**
   * Returns what is to be loaded around {@code module}: all its softdep lines together, those that
   * come from the module itself first, each name once.
   */
  public Softdeps softdepsOf(ModuleName module) {
    return Softdeps.join(matchingModulesOwnFirst(ModprobeCommand.SOFTDEP, module).stream()
        .map(rule -> Softdeps.parse(rule.text()))
        .toList());
  }

  /**
   * Returns what {@code module} may come to need once it runs: all its weakdep lines together,
   * those that come from the module itself first, each name once. Nobody loads them.
   */
  public List<String> weakdepsOf(ModuleName module) {
    return matchingModulesOwnFirst(ModprobeCommand.WEAKDEP, module).stream()
        .flatMap(rule -> Softdeps.words(rule.text()).stream())
        .distinct()
        .toList();
  }

  /**
   * Returns the lines that {@code modprobe -c} shows: by command, each in configuration order.
   * Their chars are bytes, to be written as ISO_8859_1.
   */
  public List<String> lines() {
    return inOrderOfCommands().stream().map(ModprobeRule::line).toList();
  }

  /** Returns the parts of {@link #lines}. */
  public List<ConfigEntry> entries() {
    return inOrderOfCommands().stream().map(ModprobeRule::entry).toList();
  }

  private List<ModprobeRule> inOrderOfCommands() {
    List<ModprobeRule> ordered = new ArrayList<>();
    for (ModprobeCommand command : ModprobeCommand.values()) {
      ordered.addAll(of(command));
    }
    return ordered;
  }

  private List<ModprobeRule> of(ModprobeCommand command) {
    return rules.stream().filter(rule -> rule.command() == command).toList();
  }

  private List<ModprobeRule> matching(ModprobeCommand command, ModuleName module) {
    return of(command).stream()
        .filter(rule -> Fnmatch.matches(rule.name(), module.value()))
        .toList();
  }

  private Optional<String> first(ModprobeCommand command, ModuleName module) {
    return matching(command, module).stream().findFirst().map(ModprobeRule::text);
  }

  private List<ModprobeRule> matchingModulesOwnFirst(ModprobeCommand command, ModuleName module) {
    List<ModprobeRule> ordered = new ArrayList<>();
    List<ModprobeRule> administrators = new ArrayList<>();
    for (ModprobeRule rule : matching(command, module)) {
      (rule.ofModules() ? ordered : administrators).add(rule);
    }
    ordered.addAll(administrators);
    return ordered;
  }

  private static boolean isNamed(ModprobeRule rule, ModuleName module) {
    return rule.name().equals(module.value());
  }
}
