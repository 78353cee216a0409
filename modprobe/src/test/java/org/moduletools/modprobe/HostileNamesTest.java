package org.moduletools.modprobe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Names that anybody can have the kernel ask for, such as by {@code mount -t NAME}, and what a
 * table may hold in place of a name: none is a way to a file, or a pattern.
 */
class HostileNamesTest {

  /** What lies around a module directory for a name to lead to. */
  private final TestTree tree = new TestTree()
      .file("/evil.ko", "not looked at")
      .file("/lib/modules/evil.ko", "not looked at")
      .file(TestTree.DIRECTORY + "evil.ko", "not looked at");

  static Stream<Arguments> names() {
    return Stream.of(
            "../evil",
            "../../../evil.ko",
            "x/../../evil",
            "evil.ko",
            "kernel/lone",
            "kernel/lone.ko",
            "fs-/lone", // CVE-2014-9645: mount -t /lone, as busybox took it
            "fs-../lone",
            "..",
            ".",
            "-r",
            "--remove",
            "-C/evil.conf",
            "*",
            "lon?",
            "l[o]ne",
            "[",
            "]",
            "lone]",
            "fs-*",
            "lone\nlone",
            "lone ",
            " lone",
            "lone\0",
            "\0",
            "\033[31mlone",
            "lone;evil",
            "$(evil)",
            "a".repeat(4095),
            "a".repeat(4096),
            "../".repeat(50_000) + "evil.ko")
        .map(name -> Arguments.of(shown(name), name));
  }

  private static String shown(String name) {
    return name.length() < 50 ? name.replaceAll("[\\x00-\\x1f]", "?") : name.length() + " bytes";
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  void areNoModules(String shown, String name) {
    int status = tree.run("--", name);

    assertThat(status).isEqualTo(1);
    assertThat(tree.host().out()).isEmpty();
    assertThat(tree.host().errWithoutNotes())
        .isEqualTo("modprobe: FATAL: Module " + name
            + " not found in directory /lib/modules/6.1.0-21-amd64\n");
    assertThat(tree.kernel().calls()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  void areNotRemoved(String shown, String name) {
    tree.kernel().hasLoaded("lone");

    int status = tree.run("-r", "--", name);

    // kmod fails without a word for a bracket without a partner
    String bare = name.replaceAll("\\[[^\\]]*\\]", "");
    boolean isUnpaired = bare.contains("[") || bare.contains("]");
    assertThat(status).isEqualTo(1);
    assertThat(tree.host().errWithoutNotes())
        .isEqualTo(isUnpaired ? "" : "modprobe: FATAL: Module " + name + " not found.\n");
    assertThat(tree.kernel().calls()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  void areNotToldOfToTheKernel(String shown, String name) {
    assertThat(tree.run("-q", "--", name)).isEqualTo(1);
    assertThat(tree.host().out() + tree.host().err()).isEmpty();
  }

  @Test
  void areNotMadeOptionsByTheEnvironment() {
    tree.host().with("MODPROBE_OPTIONS", "-q --");

    assertThat(tree.run("-r")).isEqualTo(1);
    assertThat(tree.kernel().calls()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../../evil", "/evil.ko", "../evil.ko", ".."})
  void areNotTakenForFilesOutOfATable(String value) {
    tree.file(TestTree.DIRECTORY + "modules.alias", "alias fs-x " + value + "\n");

    int status = tree.run("fs-x");

    assertThat(status).isEqualTo(1);
    assertThat(tree.kernel().calls()).noneMatch(call -> call.startsWith("insert"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../../evil", "/evil.ko", "../evil.ko", ".."})
  void areNotTakenForFilesOutOfTheConfiguration(String value) {
    tree.config("alias fs-x " + value + "\n");

    int status = tree.run("fs-x");

    assertThat(status).isEqualTo(1);
    assertThat(tree.kernel().calls()).noneMatch(call -> call.startsWith("insert"));
  }

  /** modules.dep is root's, and depmod itself writes such paths for modules elsewhere. */
  @ParameterizedTest
  @ValueSource(strings = {"/evil.ko", "../../../evil.ko"})
  void differFromPathsInModulesDepWhichAreFollowed(String path) {
    tree.file(TestTree.DIRECTORY + "modules.dep", path + ":\n");

    int status = tree.run("evil");

    assertThat(tree.host().err()).isEmpty();
    assertThat(status).isZero();
    assertThat(tree.kernel().hasInMemory("evil")).isTrue();
  }

  @Test
  void endTheRunWithAMessageWhereNoFileCanBeCalledSo() {
    assertThat(tree.run("-C", "x\0y", "lone")).isEqualTo(1);
    assertThat(tree.run("/x\0y")).isEqualTo(1);
    assertThat(tree.host().err()).isEqualTo("""
        modprobe: FATAL: not a file name in this locale: x\0y
        modprobe: FATAL: Failed to get module from path /x\0y: No such file or directory
        """);
  }
}
