package org.moduletools.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.moduletools.module.KernelRelease;

class SearchOrderTest {

  private final ConfigTree tree = new ConfigTree();

  /** Lines, then the file that counts more and one that counts less, as kmod 34 takes them. */
  static Stream<Arguments> orders() {
    return Stream.of(
        row("updates by default", "", "updates/m.ko", "a/m.ko"),
        row("empty search", "search", "updates/m.ko", "a/m.ko"),
        row("no default beside a search", "search a", "a/m.ko", "updates/m.ko"),
        row("first word first", "search a b", "a/m.ko", "b/m.ko"),
        row("first line first", "search a\nsearch b", "a/m.ko", "b/m.ko"),
        row("first of the same word", "search a b a", "a/m.ko", "b/m.ko"),
        row("directories inside", "search kernel/x", "kernel/x/y/m.ko", "kernel/a/m.ko"),
        row("rest above a word", "search built-in a", "b/m.ko", "a/m.ko"),
        row("rest below a word", "search a built-in", "a/m.ko", "b/m.ko"),
        row("first of rest", "search built-in b built-in", "z/m.ko", "b/m.ko"),
        row("rest is no directory", "search a built-in b", "a/m.ko", "built-in/m.ko"),
        row("external", "search external\nexternal * /e", "/e/m.ko", "updates/m.ko"),
        row("external below", "search a external\nexternal * /e", "a/m.ko", "/e/m.ko"),
        row(
            "external above the rest", "search external built-in\nexternal * /e",
            "/e/m.ko", "a/m.ko"),
        row("external not in search", "search a\nexternal * /e", "a/m.ko", "/e/m.ko"),
        row("external is of the rest", "search built-in a\nexternal * /e", "/e/m.ko", "a/m.ko"),
        row(
            "first external", "search external\nexternal * /e\nexternal * /f",
            "/e/m.ko", "/f/m.ko"),
        row(
            "each external above the next word",
            "search external b\nexternal * /e\nexternal * /f",
            "/f/m.ko",
            "b/m.ko"),
        row("first of external", "search external b external\nexternal * /e", "/e/m.ko", "b/m.ko"),
        row(
            "external with a slash behind", "search external\nexternal * /e/",
            "/e//m.ko", "updates/m.ko"),
        row("override", "search a\noverride m * o", "o/m.ko", "a/m.ko"),
        row("override of the rest", "override m * .", "updates/m.ko", "m.ko"),
        row("override whatever the ending", "override m * a/b", "a/b/m.ko.xz", "updates/m.ko"),
        row("override just there", "override m * a", "updates/m.ko", "a/b/m.ko"),
        row("override just that module", "override m * a", "updates/n.ko", "a/n.ko"),
        row("override cut at the first dot", "override a * o", "o/a.b.ko", "updates/a.b.ko"),
        row("last override", "override m * a\noverride m * b", "b/m.ko", "a/m.ko"));
  }

  private static Arguments row(String name, String lines, String more, String less) {
    return arguments(name, lines, more, less);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("orders")
  void takesTheFileThatCountsMore(String name, String lines, String more, String less) {
    SearchOrder order = order(lines);

    assertThat(order.priority(more)).isGreaterThan(order.priority(less));
  }

  /** Lines, then two files of which the first that is met stays. */
  static Stream<Arguments> ties() {
    return Stream.of(
        row("nothing said", "search x", "a/m.ko", "b/m.ko"),
        row("whole names only", "search updates", "updates2/m.ko", "a/m.ko"),
        row("absolute word", "search /a", "a/m.ko", "b/m.ko"),
        row("slash behind", "search a/", "a/m.ko", "b/m.ko"),
        row("dot in front", "search ./a", "a/m.ko", "b/m.ko"),
        row(
            "one directory in the other", "search kernel/x kernel/x/y",
            "kernel/x/m.ko", "kernel/x/y/m.ko"),
        row(
            "external as the rest", "search built-in external\nexternal * /e/sub",
            "/e/m.ko", "a/m.ko"),
        row("external by its path", "search /e\nexternal * /e", "/e/m.ko", "updates/m.ko"),
        row(
            "override of an external", "search x\noverride m * /e\nexternal * /e",
            "/e/m.ko", "updates/m.ko"),
        row("override with a slash in front", "search x\noverride m * /a", "a/m.ko", "b/m.ko"),
        row("override by another spelling", "search x\noverride a_b * o", "o/a-b.ko", "u/a-b.ko"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ties")
  void prefersNeither(String name, String lines, String one, String other) {
    SearchOrder order = order(lines);

    assertThat(order.priority(one)).isEqualTo(order.priority(other));
  }

  @Test
  void countsWhatNothingIsForLeast() {
    assertThat(order("search a").priority("b/m.ko")).isEqualTo(-1);
  }

  private SearchOrder order(String lines) {
    tree.bytes("a.conf", lines);
    KernelRelease release = new KernelRelease("6.1.0-x");
    DepmodConfig config = DepmodConfig.read(ConfigFiles.named(tree.places("a.conf"), List.of()));
    return config.searchOrder(release, config.externals(release));
  }
}
