package org.moduletools.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.moduletools.module.KernelRelease;

class DepmodConfigTest {

  private static final KernelRelease RELEASE = new KernelRelease("6.1.0-x");

  private final ConfigTree tree = new ConfigTree();

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "foo",
        "Search a",
        "override",
        "override m",
        "override m *",
        "external",
        "external * ",
        "include",
        "make_map_files",
        "make_map_files maybe"
      })
  void leavesOutABadLine(String line) {
    DepmodConfig config = config("search a", line);

    assertThat(config.problems())
        .containsExactly(ConfigProblem.error("/a.conf:2: ignoring bad line starting with '"
            + new Words(line).next().orElseThrow()
            + "'"));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "search",
        "search a b",
        "exclude",
        "override m * a x",
        "external * /a x",
        "make_map_files no x",
        "# x"
      })
  void understandsALine(String line) {
    assertThat(config(line).problems()).isEmpty();
  }

  @Test
  void excludesDirectoriesByName() {
    DepmodConfig config = config("exclude a b", "exclude c upd*");

    assertThat(config.excludes("b")).isTrue();
    assertThat(config.excludes("c")).isTrue();
    assertThat(config.excludes("updates")).isFalse();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "*, true",
    "6.1, true",
    "^6\\\\.1\\\\.[0-9]+-x$, true", // one level of backslashes goes with the line
    "[[:digit:]], true",
    "^1, false",
    "(6, false",
    "**, false",
  })
  void appliesAnExternalToTheReleasesThatItsPatternIsFoundIn(String pattern, boolean applies) {
    DepmodConfig config = config("external " + pattern + " /ext");

    assertThat(config.externals(RELEASE)).isEqualTo(applies ? List.of("/ext") : List.of());
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource({
    "(6, external (6 /ext",
    "**, external ** /ext",
    "[[:foo:]], override m [[:foo:]] extra",
  })
  void namesAPatternThatIsNone(String pattern, String line) {
    String command = line.substring(0, line.indexOf(' '));

    DepmodConfig config = config("search a", line);

    assertThat(config.problems())
        .containsExactly(ConfigProblem.warning("/a.conf:2: ignoring '" + command
            + "' line, whose release is no regular expression: " + pattern));
    assertThat(config.externals(RELEASE)).isEmpty();
  }

  @Test
  void keepsExternalsInTheirOrderAsTheyAreSpelled() {
    DepmodConfig config = config("external * /z/", "external none /b", "external 6 /a extra");

    assertThat(config.externals(RELEASE)).containsExactly("/z/", "/a");
  }

  @Test
  void addsUpTheWordsOfAllFiles() {
    tree.file("d/b.conf", "search c").file("d/a.conf", "search a", "search b");

    DepmodConfig config = DepmodConfig.read(ConfigFiles.named(tree.places("d"), List.of()));

    SearchOrder order = config.searchOrder(RELEASE, List.of());
    assertThat(List.of("a/m.ko", "b/m.ko", "c/m.ko", "x/m.ko"))
        .extracting(order::priority)
        .containsExactly(2, 1, 0, -1);
  }

  @Test
  void overridesOnlyForTheReleasesThatThePatternIsFoundIn() {
    DepmodConfig config = config("search a", "override m 6 yes", "override m 5 no");

    SearchOrder order = config.searchOrder(RELEASE, List.of());

    assertThat(order.priority("yes/m.ko")).isGreaterThan(order.priority("a/m.ko"));
    assertThat(order.priority("no/m.ko")).isLessThan(order.priority("a/m.ko"));
  }

  private DepmodConfig config(String... lines) {
    tree.file("a.conf", lines);
    return DepmodConfig.read(ConfigFiles.named(tree.places("a.conf"), List.of()));
  }
}
