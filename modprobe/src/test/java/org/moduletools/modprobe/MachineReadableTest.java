package org.moduletools.modprobe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What modprobe prints for programs: JSON, and graphs for dot. */
class MachineReadableTest {

  private final TestTree tree = new TestTree();

  /** Takes away the layout; no text in these tests has two blanks or a line end. */
  private String compactOut() {
    return tree.host().out().replaceAll("\n *", "").replace("\": ", "\":");
  }

  @Test
  void showsWhatWouldBeLoadedAsJson() {
    tree.config("options mid debug=1\ninstall lone /bin/lone --x\nsoftdep mid post: lone built\n");

    assertThat(tree.run("-D", "--json", "mid", "mode=a b")).isZero();
    assertThat(tree.host().err()).isEmpty();
    assertThat(compactOut()).isEqualTo("""
            {"actions":[\
            {"action":"insmod","module":"base_mod",\
            "file":"/lib/modules/6.1.0-21-amd64/kernel/base-mod.ko","parameters":""},\
            {"action":"insmod","module":"mid",\
            "file":"/lib/modules/6.1.0-21-amd64/kernel/mid.ko",\
            "parameters":"debug=1 mode=\\"a b\\""},\
            {"action":"install","module":"lone","command":"/bin/lone --x","parameters":""},\
            {"action":"builtin","module":"built"}]}""");
  }

  @Test
  void showsWhatWouldBeRemovedAsJson() {
    tree.config("remove lone /bin/unlone\n");
    tree.kernel().hasLoaded("lone", "other");

    assertThat(tree.run("-r", "-n", "--json", "lone", "other")).isZero();
    assertThat(compactOut()).isEqualTo("""
            {"actions":[{"action":"remove","module":"lone","command":"/bin/unlone"},\
            {"action":"rmmod","module":"other"}]}""");
  }

  @Test
  void endsTheDocumentWhereAModuleIsNotFound() {
    assertThat(tree.run("-D", "--json", "nosuch")).isEqualTo(1);
    assertThat(compactOut()).isEqualTo("{\"actions\":[]}");
    assertThat(tree.host().err()).startsWith("modprobe: FATAL: Module nosuch not found");
  }

  @Test
  void showsWhatNamesMeanAsJson() {
    assertThat(tree.run("-R", "--json", "-a", "pci:v1d7", "nosuch", "fs-lone")).isEqualTo(1);
    assertThat(tree.host().err()).startsWith("modprobe: WARNING: Module nosuch not found");
    assertThat(compactOut()).isEqualTo("""
            {"names":[{"name":"pci:v1d7","modules":["lone","other"],"masked":[]},\
            {"name":"nosuch","modules":[],"masked":[]},\
            {"name":"fs-lone","modules":["lone"],"masked":[]}]}""");
  }

  @Test
  void showsAsJsonWhichOfThemAreMasked() {
    tree.config("mask base_mod\n");

    assertThat(tree.run("-R", "--json", "pci:v1d7")).isZero();
    assertThat(compactOut()).isEqualTo("""
            {"names":[{"name":"pci:v1d7","modules":["lone","other"],"masked":["other"]}]}""");
    assertThat(tree.host().err())
        .isEqualTo("modprobe: NOTE: module base_mod, which other needs, is masked by"
            + " /etc/modprobe.d/test.conf:1; nothing loads it while that line is there\n");
  }

  @Test
  void showsAsJsonWhereEachLineOfTheConfigurationStands() {
    tree.config("# first\noptions lone x=1 \\\nz=2\nmask top\n");
    tree.file("/proc/cmdline", "quiet modprobe.blacklist=mid");

    assertThat(tree.run("-c", "--json", "--with-sources")).isZero();
    assertThat(compactOut()).startsWith("""
            {"configuration":[\
            {"command":"blacklist","name":"mid","text":"","file":"/proc/cmdline"},\
            {"command":"mask","name":"top","text":"","file":"/etc/modprobe.d/test.conf","line":4},\
            {"command":"options","name":"lone","text":"x=1 z=2",\
            "file":"/etc/modprobe.d/test.conf","line":3}],""");
  }

  @Test
  void showsTheConfigurationAsJson() {
    tree.config("""
        softdep top pre: a b post: c
        blacklist mid
        options lone  x=1
        alias my-disk lone
        """);

    assertThat(tree.run("-c", "--json")).isZero();
    assertThat(compactOut()).isEqualTo("""
            {"configuration":[{"command":"blacklist","name":"mid","text":""},\
            {"command":"alias","name":"my_disk","text":"lone"},\
            {"command":"options","name":"lone","text":"x=1"},\
            {"command":"softdep","name":"top","text":"pre: a b post: c",\
            "pre":["a","b"],"post":["c"]}],\
            "aliases":[{"pattern":"fs_lone","module":"lone"},\
            {"pattern":"pci:v*d7*","module":"lone"},\
            {"pattern":"pci:v1*","module":"other"},\
            {"pattern":"symbol:base_call","module":"base_mod"}]}""");
  }

  @Test
  void refusesJsonWhereItWouldStandAmongOtherOutput() {
    assertThat(tree.run("--json", "top")).isEqualTo(1);
    assertThat(tree.host().err())
        .isEqualTo("modprobe: FATAL: --json only supported with -D, -n, -R, -c or --explain\n");
    assertThat(tree.kernel().calls()).isEmpty();
  }

  @Test
  void drawsWhatModulesNeedWithoutWhatFollowsFromThat() {
    tree.config("softdep mid pre: fs-lone net-built nosuch post: top\n");

    assertThat(tree.run("--graph", "top", "other")).isZero();
    assertThat(tree.host().out()).isEqualTo("""
        digraph modules {
          rankdir=LR;
          node [shape=box];
          "top";
          "top" -> "mid";
          "other";
          "other" -> "base_mod";
          "mid";
          "mid" -> "base_mod";
          "mid" -> "lone" [style=dashed, label=pre];
          "mid" -> "built" [style=dashed, label=pre];
          "mid" -> "top" [style=dashed, label=post];
          "base_mod";
          "lone";
          "built" [style=dashed];
        }
        """);
  }

  @Test
  void drawsNothingOfAModuleThatIsNotFound() {
    assertThat(tree.run("--graph", "nosuch")).isEqualTo(1);
    assertThat(tree.host().out()).isEmpty();
    assertThat(tree.host().err()).startsWith("modprobe: FATAL: Module nosuch not found");
  }
}
