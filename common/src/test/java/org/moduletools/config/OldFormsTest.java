package org.moduletools.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.moduletools.config.ConfigProblem.Level;

/** What module-init-tools' configuration had and kmod's has not: single files, and include. */
class OldFormsTest {

  private static final List<Path> NONE = List.of();

  private final ConfigTree tree = new ConfigTree();

  @ParameterizedTest(name = "{0}")
  @CsvSource({"modprobe", "depmod"})
  void readsTheSingleFileFirstAndWarns(String program) {
    tree.file("etc/" + program + ".conf", "z").file("lib/" + program + ".d/0.conf", "a");

    ConfigLines lines = read(ConfigFiles.standard(tree.path("/"), program + ".d", NONE), program);

    assertThat(texts(lines)).containsExactly("z", "a");
    assertThat(lines.problems())
        .containsExactly(ConfigProblem.warning("Deprecated config file /etc/" + program
            + ".conf, all config files belong into /etc/" + program + ".d/."));
  }

  @Test
  void theSingleFileMasksNoneAndIsNotMasked() {
    tree.file("etc/modprobe.conf", "old").file("run/modprobe.d/modprobe.conf", "new");

    ConfigLines lines = read(ConfigFiles.standard(tree.path("/"), "modprobe.d", NONE), "modprobe");

    assertThat(texts(lines)).containsExactly("old", "new");
  }

  @Test
  void passesOverTheSingleFileIfOthersAreNamed() {
    tree.file("etc/modprobe.conf", "old").file("a.conf", "new");

    assertThat(texts(read("a.conf"))).containsExactly("new");
  }

  /** Files of a tree, the lines of a.conf that include them, and what comes of it. */
  static Stream<Arguments> includes() {
    String deprecated = "WARNING \"include %s\" is deprecated, please use /etc/modprobe.d";
    return Stream.of(
        arguments(
            "a file whatever its name",
            "include /b",
            List.of("1", "b1", "b2", "2"),
            List.of(deprecated.formatted("/b"))),
        arguments(
            "the .conf files of a directory, in order",
            "include\t/d  more words",
            List.of("1", "dx", "dy", "2"),
            List.of(
                deprecated.formatted("/d"),
                "PASSED_OVER /d/z does not count, since its name does not end in .conf")),
        arguments(
            "a path beside the file",
            "include b",
            List.of("1", "b1", "b2", "2"),
            List.of(deprecated.formatted("b"))),
        arguments(
            "a file that includes another",
            "include /c",
            List.of("1", "b1", "b2", "c", "2"),
            List.of(deprecated.formatted("/c"), deprecated.formatted("/b"))),
        arguments(
            "a file that is missing",
            "include /nope",
            List.of("1", "2"),
            List.of(
                deprecated.formatted("/nope"),
                "WARNING Failed to open included config file /nope: No such file or directory")),
        arguments(
            "the standard directory",
            "include /etc/modprobe.d",
            List.of("1", "2"),
            List.of("WARNING \"include /etc/modprobe.d\" is the default, ignored")),
        arguments(
            "itself",
            "include /d/../a.conf",
            List.of("1", "2"),
            List.of(
                deprecated.formatted("/d/../a.conf"),
                "ERROR /a.conf: ignoring \"include /d/../a.conf\", which goes in a circle")),
        arguments(
            "a name that is none",
            "include /x\0y",
            List.of("1", "2"),
            List.of(
                deprecated.formatted("/x"),
                "WARNING Failed to open included config file /x: No such file or directory")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("includes")
  void includes(String what, String line, List<String> texts, List<String> problems) {
    tree.file("b", "b1", "b2")
        .file("c", "include /b", "c")
        .file("d/y.conf", "dy")
        .file("d/x.conf", "dx")
        .file("d/z", "dz")
        .file("etc/modprobe.d/e.conf", "e")
        .file("a.conf", "1", line, "2");

    ConfigLines lines = read("a.conf");

    assertThat(texts(lines)).isEqualTo(texts);
    assertThat(lines.problems())
        .extracting(problem -> problem.level() + " " + problem.text())
        .isEqualTo(problems);
  }

  @Test
  void includesTheSameFileTwice() {
    tree.file("b", "b").file("a.conf", "include /b", "include /b");

    assertThat(texts(read("a.conf"))).containsExactly("b", "b");
  }

  @Test
  void filesThatMultiplyEndSomewhere() {
    for (int i = 0; i < 30; i++) {
      tree.file("f" + i, "include /f" + (i + 1), "include /f" + (i + 1), "x");
    }
    tree.file("f30", "x").file("a.conf", "include /f0");

    ConfigLines lines = read("a.conf");

    assertThat(lines.lines()).hasSizeLessThanOrEqualTo(ConfigReading.MAX_INCLUDED);
    assertThat(lines.problems())
        .filteredOn(problem -> problem.text().contains("too much is included"))
        .hasSize(1);
  }

  @Test
  void anIncludeLineWithoutAPathIsABadLine() {
    tree.file("a.conf", "include");

    ModprobeConfig config = ModprobeConfig.read(
        ConfigFiles.named(tree.places("a.conf"), NONE), KernelCommandLine.EMPTY);

    assertThat(config.problems())
        .containsExactly(
            ConfigProblem.error("/a.conf line 1: ignoring bad line starting with 'include'"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "config",
    "config binary_indexes",
    "config binary_indexes maybe",
    "config text_indexes yes"
  })
  void aSettingThatIsUnknownIsABadLine(String line) {
    tree.file("a.conf", line);

    ModprobeConfig config = ModprobeConfig.read(
        ConfigFiles.named(tree.places("a.conf"), NONE), KernelCommandLine.EMPTY);

    assertThat(config.usesIndexes()).isTrue();
    assertThat(config.problems())
        .containsExactly(
            ConfigProblem.error("/a.conf line 1: ignoring bad line starting with 'config'"));
  }

  private ConfigLines read(String place) {
    return read(ConfigFiles.named(tree.places(place), NONE), "modprobe");
  }

  private static ConfigLines read(ConfigFiles files, String program) {
    return ConfigLines.read(files, program + ".d");
  }

  private static List<String> texts(ConfigLines lines) {
    return lines.lines().stream().map(ConfigLine::text).toList();
  }

  @Test
  void readsFilesInsideEachOtherUpToABound() {
    int depth = ConfigReading.MAX_DEPTH;
    for (int i = 0; i <= depth + 1; i++) {
      tree.file("f" + i, "include /f" + (i + 1), "x" + i);
    }

    ConfigLines lines = read("f0");

    assertThat(texts(lines)).hasSize(depth + 1).startsWith("x" + depth).endsWith("x0");
    assertThat(lines.problems())
        .filteredOn(problem -> problem.level() == Level.ERROR)
        .extracting(ConfigProblem::text)
        .containsExactly("/f100: ignoring \"include /f101\", which lies inside 100 others");
  }

  @Test
  void readsTheOthersOfADirectoryThatHoldsTheFileThatIncludesIt() {
    tree.file("d/a.conf", "include ../d", "a").file("d/b.conf", "include ../d", "b");

    ConfigLines lines = read("d/a.conf");

    assertThat(texts(lines)).containsExactly("b", "a");
    assertThat(lines.problems())
        .filteredOn(problem -> problem.level() == Level.ERROR)
        .extracting(ConfigProblem::text)
        .containsExactly(
            "/d/a.conf: ignoring it inside what it includes",
            "/d/b.conf: ignoring it inside what it includes");
  }

  @Test
  void countsTheLinesOfFilesThatAreBeingReadToo() {
    String[] lines =
        Collections.nCopies(ConfigReading.MAX_INCLUDED_LINES / 2 + 1, "x").toArray(String[]::new);
    for (String file : List.of("b", "c")) {
      lines[0] = "include /" + (char) (file.charAt(0) + 1);
      tree.file(file, lines);
    }
    tree.file("d", "d").file("a.conf", "include /b");

    ConfigLines read = read("a.conf");

    assertThat(texts(read)).doesNotContain("d");
    assertThat(read.problems())
        .filteredOn(problem -> problem.text().startsWith("/c: too much is included"))
        .hasSize(1);
  }
}
