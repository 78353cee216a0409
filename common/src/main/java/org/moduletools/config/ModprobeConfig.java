package org.moduletools.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.moduletools.config.ConfigFile.Origin;
import org.moduletools.module.ModuleName;

/**
 * modprobe's configuration: the lines of modprobe.d, of the files that depmod wrote beside the
 * modules, and of the kernel command line.
 *
 * <p>For alias, options and blacklist each matching line counts; for install and remove the first;
 * for softdep and weakdep all of them together, where kmod takes only the first.
 */
public final class ModprobeConfig {

  /** The empty configuration. */
  public static final ModprobeConfig EMPTY =
      read(ConfigFiles.named(List.of(), List.of()), KernelCommandLine.EMPTY);

  private final Map<ModprobeCommand, RuleTable> rules;
  private final boolean usesIndexes;
  private final List<ConfigProblem> problems;
  private final List<Path> places;
  private final List<HiddenFile> hidden;
  private final List<ConfigPlace> others;

  private ModprobeConfig(
      List<ModprobeRule> rules,
      boolean usesIndexes,
      List<ConfigProblem> problems,
      List<Path> places,
      ConfigFiles files) {
    this.rules = byCommand(rules);
    this.usesIndexes = usesIndexes;
    this.problems = List.copyOf(problems);
    this.places = List.copyOf(places);
    this.hidden = files.hiddenFiles();
    this.others = files.otherFiles();
  }

  private static Map<ModprobeCommand, RuleTable> byCommand(List<ModprobeRule> rules) {
    Map<ModprobeCommand, List<ModprobeRule>> lists = new EnumMap<>(ModprobeCommand.class);
    for (ModprobeRule rule : rules) {
      lists.computeIfAbsent(rule.command(), unknown -> new ArrayList<>()).add(rule);
    }
    Map<ModprobeCommand, RuleTable> tables = new EnumMap<>(ModprobeCommand.class);
    for (ModprobeCommand command : ModprobeCommand.values()) {
      tables.put(command, new RuleTable(lists.getOrDefault(command, List.of())));
    }
    return tables;
  }

  /** Reads {@code files}. The rules of {@code commandLine} come after all of them. */
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
    return new ModprobeConfig(rules, usesIndexes, problems, lines.places(), files);
  }

  /**
   * Returns the value of a line {@code config binary_indexes yes|no}, or nothing for another line.
   */
  private static Optional<Boolean> binaryIndexes(ConfigLine line) {
    if (line.file().origin() == Origin.MODULES || !line.beginsWith("config")) {
      return Optional.empty();
    }
    Words words = new Words(line.text());
    return words
        .second()
        .filter("binary_indexes"::equals)
        .flatMap(setting -> words.next())
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
        .flatMap(command -> command.parse(words, ConfigSource.of(line), ofModules))
        .ifPresentOrElse(
            rule -> {
              rules.add(rule);
              if (rule.command() == ModprobeCommand.MASK && isPattern(rule.name())) {
                problems.add(ConfigProblem.warning(line.file().place() + " line " + line.number()
                    + ": mask takes the name of one module, and '" + rule.name()
                    + "' is a pattern: it masks nothing"));
              }
            },
            () -> problems.add(ConfigProblem.error(line.file().place()
                + " line "
                + line.number()
                + ": ignoring bad line starting with '"
                + first
                + "'")));
  }

  private static boolean isPattern(String name) {
    return name.chars().anyMatch(letter -> "*?[".indexOf(letter) >= 0);
  }

  /**
   * Returns whether the {@code .bin} files are used, not the text files alone. The last
   * {@code config binary_indexes} line decides (module-init-tools 3.16, modprobe.c: config
   * binary_indexes).
   */
  public boolean usesIndexes() {
    return usesIndexes;
  }

  /** Returns the files and directories that were read, without those that depmod wrote. */
  public List<Path> places() {
    return places;
  }

  /** Returns the files that are ignored because another file of the same name comes before them. */
  public List<HiddenFile> hiddenFiles() {
    return hidden;
  }

  /**
   * Returns what else is in the directories and never counts for its name, which ends in another
   * way; hidden files and folders are among them.
   */
  public List<ConfigPlace> otherFiles() {
    return others;
  }

  /** Returns the problems, in the order of the configuration. */
  public List<ConfigProblem> problems() {
    return problems;
  }

  /**
   * Returns the aliases with a pattern that matches {@code name}, in order. All of them count.
   *
   * @param name a module name or alias, normalised
   */
  public List<ConfigAlias> aliasesOf(String name) {
    List<ConfigAlias> aliases = new ArrayList<>();
    for (ModprobeRule rule : of(ModprobeCommand.ALIAS).matching(name)) {
      aliases.add(new ConfigAlias(rule.name(), new ModuleName(rule.text())));
    }
    return aliases;
  }

  /** Returns whether {@code module} must not be loaded because of its aliases. */
  public boolean isBlacklisted(ModuleName module) {
    return !of(ModprobeCommand.BLACKLIST).named(module.value()).isEmpty();
  }

  /** Returns whether any module is masked. */
  public boolean hasMasks() {
    return !of(ModprobeCommand.MASK).rules().isEmpty();
  }

  /** Returns the first line that forbids to load {@code module}, however it is reached. */
  public Optional<ConfigSource> maskOf(ModuleName module) {
    return of(ModprobeCommand.MASK).named(module.value()).stream()
        .findFirst()
        .map(ModprobeRule::source);
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
    return of(ModprobeCommand.OPTIONS).named(module.value(), alias).stream()
        .map(ModprobeRule::text)
        .filter(text -> !text.isEmpty()) // "module." on the kernel command line has such a one
        .collect(Collectors.joining(" "));
  }

  /** Returns the lines that {@link #optionsOf(ModuleName, String)} joins, in order. */
  public List<ConfigEntry> optionLines(ModuleName module, String alias) {
    return of(ModprobeCommand.OPTIONS).named(module.value(), alias).stream()
        .map(ModprobeRule::entry)
        .toList();
  }

  /** Returns the lines that {@link #aliasesOf} takes, in order. */
  public List<ConfigEntry> aliasLines(String name) {
    return of(ModprobeCommand.ALIAS).matching(name).stream()
        .map(ModprobeRule::entry)
        .toList();
  }

  /**
   * Returns all lines about {@code module} but for aliases and options, command by command, those
   * of a command in the order in which they count.
   */
  public List<ConfigEntry> linesAbout(ModuleName module) {
    List<ModprobeRule> about = new ArrayList<>();
    about.addAll(of(ModprobeCommand.BLACKLIST).named(module.value()));
    about.addAll(of(ModprobeCommand.MASK).named(module.value()));
    about.addAll(of(ModprobeCommand.INSTALL).matching(module.value()));
    about.addAll(of(ModprobeCommand.REMOVE).matching(module.value()));
    about.addAll(matchingModulesOwnFirst(ModprobeCommand.SOFTDEP, module));
    about.addAll(matchingModulesOwnFirst(ModprobeCommand.WEAKDEP, module));
    return about.stream().map(ModprobeRule::wholeEntry).toList();
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
    return !of(ModprobeCommand.INSTALL).named(module.value()).isEmpty()
        || !of(ModprobeCommand.REMOVE).named(module.value()).isEmpty();
  }

  /**
   * Returns the softdeps of {@code module}: all its softdep lines together, the module's own first,
   * each name once.
   */
  public Softdeps softdepsOf(ModuleName module) {
    return Softdeps.join(matchingModulesOwnFirst(ModprobeCommand.SOFTDEP, module).stream()
        .map(rule -> Softdeps.parse(rule.text()))
        .toList());
  }

  /**
   * Returns the modules that {@code module} may request at run time: all its weakdep lines
   * together, the module's own first, each name once. modprobe does not load them.
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

  /** Returns the {@link #lines}, each after its place and a colon. */
  public List<String> linesWithSources() {
    return inOrderOfCommands().stream()
        .map(rule -> rule.source() + ": " + rule.line())
        .toList();
  }

  /** Returns the parts of {@link #lines}. */
  public List<ConfigEntry> entries() {
    return inOrderOfCommands().stream().map(ModprobeRule::entry).toList();
  }

  private List<ModprobeRule> inOrderOfCommands() {
    List<ModprobeRule> ordered = new ArrayList<>();
    for (ModprobeCommand command : ModprobeCommand.values()) {
      ordered.addAll(of(command).rules());
    }
    return ordered;
  }

  private RuleTable of(ModprobeCommand command) {
    return Objects.requireNonNull(rules.get(command));
  }

  private Optional<String> first(ModprobeCommand command, ModuleName module) {
    return of(command).matching(module.value()).stream().findFirst().map(ModprobeRule::text);
  }

  private List<ModprobeRule> matchingModulesOwnFirst(ModprobeCommand command, ModuleName module) {
    List<ModprobeRule> ordered = new ArrayList<>();
    List<ModprobeRule> administrators = new ArrayList<>();
    for (ModprobeRule rule : of(command).matching(module.value())) {
      (rule.ofModules() ? ordered : administrators).add(rule);
    }
    ordered.addAll(administrators);
    return ordered;
  }
}
