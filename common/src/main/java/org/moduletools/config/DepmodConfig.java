package org.moduletools.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.moduletools.config.DepmodRule.Command;
import org.moduletools.module.KernelRelease;

/**
 * depmod's configuration: the places of modules, and the order among several modules with one name
 * (kmod 34, tools/depmod.c: cfg_file_parse).
 */
public final class DepmodConfig {

  private final List<DepmodRule> rules;
  private final List<ConfigProblem> problems;
  private final Set<String> excluded;
  private final List<Path> places;

  private DepmodConfig(List<DepmodRule> rules, List<ConfigProblem> problems, List<Path> places) {
    this.rules = List.copyOf(rules);
    this.problems = List.copyOf(problems);
    this.excluded = of(Command.EXCLUDE).stream()
        .flatMap(rule -> rule.words().stream())
        .collect(Collectors.toUnmodifiableSet());
    this.places = List.copyOf(places);
  }

  /** Reads {@code files}. */
  public static DepmodConfig read(ConfigFiles files) {
    ConfigLines lines = ConfigLines.read(files, "depmod.d");
    List<DepmodRule> rules = new ArrayList<>();
    List<ConfigProblem> problems = new ArrayList<>(lines.problems());
    for (ConfigLine line : lines.lines()) {
      parse(line, rules, problems);
    }
    return new DepmodConfig(rules, problems, lines.places());
  }

  private static void parse(ConfigLine line, List<DepmodRule> rules, List<ConfigProblem> problems) {
    Words words = new Words(line.text());
    String first = words.next().orElseThrow();
    String place = line.file().place() + ":" + line.number();
    Optional<DepmodRule> rule = Command.of(first).flatMap(command -> command.rule(words.all()));
    if (rule.isEmpty()) {
      problems.add(
          ConfigProblem.error(place + ": ignoring bad line starting with '" + first + "'"));
      return;
    }
    rules.add(rule.get());
    if (!rule.get().hasSoundPattern()) {
      problems.add(ConfigProblem.warning(place + ": ignoring '" + first
          + "' line, whose release is no regular expression: " + rule.get().pattern()));
    }
  }

  /** Returns the files and directories that were read, without those that depmod wrote. */
  public List<Path> places() {
    return places;
  }

  /** Returns the problems, in the order of the configuration. */
  public List<ConfigProblem> problems() {
    return problems;
  }

  /**
   * Returns whether module-init-tools' map files are to be written. The last {@code make_map_files}
   * line decides. Without one they are not written, as they were by module-init-tools.
   */
  public boolean makesMapFiles() {
    List<DepmodRule> rules = of(Command.MAKE_MAP_FILES);
    return !rules.isEmpty() && rules.get(rules.size() - 1).words().get(0).equals("yes");
  }

  /** Returns whether directories called {@code name} are skipped, at any depth. */
  public boolean excludes(String name) {
    return excluded.contains(name);
  }

  /**
   * Returns the directories outside of the module directory that hold modules for {@code release},
   * in the configuration's spelling and order.
   */
  public List<String> externals(KernelRelease release) {
    return of(Command.EXTERNAL).stream()
        .filter(rule -> rule.isFor(release))
        .map(rule -> rule.words().get(1))
        .toList();
  }

  /**
   * Returns the order among several modules with one name for {@code release}.
   *
   * @param externals the directories of {@link #externals}, made absolute like the names of the
   *     files in them
   */
  public SearchOrder searchOrder(KernelRelease release, List<String> externals) {
    List<String> words =
        of(Command.SEARCH).stream().flatMap(rule -> rule.words().stream()).toList();
    List<String> overrides = of(Command.OVERRIDE).stream()
        .filter(rule -> rule.isFor(release))
        .map(rule -> rule.words().get(2) + "/" + rule.words().get(0))
        .toList();
    return new SearchOrder(words, externals, overrides);
  }

  private List<DepmodRule> of(Command command) {
    return rules.stream().filter(rule -> rule.command() == command).toList();
  }
}
