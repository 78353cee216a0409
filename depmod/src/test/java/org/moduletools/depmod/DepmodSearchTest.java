package org.moduletools.depmod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moduletools.depmod.ModuleTree.lines;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files depmod takes. */
class DepmodSearchTest {

  private final ModuleTree tree = new ModuleTree();

  @AfterEach
  void close() throws IOException {
    tree.close();
  }

  /**
   * Makes this tree.
   *
   * <pre>
   * extra/m-x.ko
   * kernel/m-x.ko
   * kernel/sub/m-x.ko.xz
   * updates/m-x.ko
   * updates2/m-x.ko
   * </pre>
   */
  private void fiveOfOneName() {
    tree.modules(
        "extra/m-x.ko",
        "kernel/m-x.ko",
        "kernel/sub/m-x.ko.xz",
        "updates/m-x.ko",
        "updates2/m-x.ko");
  }

  @Test
  void prefersUpdatesWithoutConfiguration() {
    fiveOfOneName();

    tree.depmod();

    assertThat(tree.listed()).containsExactly("updates/m-x.ko");
  }

  @Test
  void prefersTheDirectoryThatSearchNamesFirst() {
    fiveOfOneName();
    tree.config("search extra updates built-in");

    tree.depmod();

    assertThat(tree.listed()).containsExactly("extra/m-x.ko");
  }

  @Test
  void takesTheFirstByPathOfEqualOnes() {
    fiveOfOneName();
    tree.config("search built-in");

    tree.depmod();

    assertThat(tree.listed()).containsExactly("extra/m-x.ko");
  }

  @Test
  void takesTheFirstInModulesOrderOfEqualOnes() {
    fiveOfOneName();
    tree.config("search built-in");
    tree.file("modules.order", lines("kernel/sub/m-x.ko", "extra/m-x.ko"));

    tree.depmod();

    assertThat(tree.listed()).containsExactly("kernel/sub/m-x.ko.xz");
  }

  @Test
  void takesTheFileThatAnOverrideNames() {
    fiveOfOneName();
    tree.config("override m-x 5.* kernel/sub", "override m-x 6.* extra");

    tree.depmod();

    assertThat(tree.listed()).containsExactly("kernel/sub/m-x.ko.xz");
  }

  @Test
  void readsTheConfigurationNamedInsteadOfTheStandardOne() {
    fiveOfOneName();
    tree.config("search extra").file("/etc/my.conf", "search kernel\n");

    tree.depmod("-C", "etc/my.conf");

    assertThat(tree.listed()).containsExactly("kernel/m-x.ko");
  }

  @Test
  void takesAConfigurationThatIsMissingForAnEmptyOne() {
    fiveOfOneName();

    assertThat(tree.depmod("-C", "none.conf")).isZero();
    assertThat(tree.err()).isEmpty();
    assertThat(tree.depmod("-v", "-C", "none.conf")).isZero();
    assertThat(tree.err())
        .isEqualTo("depmod: NOTICE: Failed to open config file none.conf:"
            + " No such file or directory\n");
  }

  @Test
  void leavesOutWhatIsExcludedWhereverItIs() {
    tree.modules("skip/a.ko", "kernel/skip/b.ko", "kernel/c.ko", "kernel/d.ko");
    tree.config("exclude skip d.ko");

    tree.depmod();

    assertThat(tree.listed()).containsExactly("kernel/c.ko");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"build", "source"})
  void neverEntersTheKernelsSources(String name) throws IOException {
    tree.modules("kernel/" + name + "/a.ko", "/usr/src/b.ko");
    Files.createSymbolicLink(tree.inModules(name), tree.path("usr/src"));

    tree.depmod();

    assertThat(tree.listed()).isEmpty();
    assertThat(tree.err()).isEmpty();
  }

  @Test
  void followsSymbolicLinks() throws IOException {
    tree.modules("/opt/modules/a.ko", "/opt/b.txt");
    Files.createSymbolicLink(tree.inModules("linked"), tree.path("opt/modules"));
    Files.createSymbolicLink(tree.inModules("b.ko"), tree.path("opt/b.txt"));

    tree.depmod();

    assertThat(tree.listed()).containsExactly("b.ko", "linked/a.ko");
  }

  @Test
  void doesNotFollowALinkToADirectoryAboveItself() throws IOException {
    tree.modules("kernel/a.ko");
    Files.createSymbolicLink(tree.inModules("kernel/loop"), tree.inModules(""));

    int status = tree.depmod();

    assertThat(status).isZero();
    assertThat(tree.listed()).containsExactly("kernel/a.ko");
    assertThat(tree.err())
        .isEqualTo("depmod: ERROR: failed /lib/modules/5.0/kernel/loop:"
            + " Too many levels of symbolic links\n");
  }

  @Test
  void namesALinkThatLeadsNowhere() throws IOException {
    tree.modules("a.ko");
    Files.createSymbolicLink(tree.inModules("b.ko"), tree.path("nowhere"));

    int status = tree.depmod();

    assertThat(status).isZero();
    assertThat(tree.listed()).containsExactly("a.ko");
    assertThat(tree.err())
        .isEqualTo("depmod: ERROR: could not stat /lib/modules/5.0/b.ko:"
            + " No such file or directory\n");
  }

  @Test
  void takesModulesFromExternalDirectories() {
    tree.modules("kernel/a.ko", "/opt/one/a.ko", "/opt/one/sub/b.ko", "/opt/two/c.ko");
    tree.config("external 5.* /opt/one", "external 6.* /opt/two", "search external built-in");

    tree.depmod();

    assertThat(tree.listed()).containsExactly("/opt/one/sub/b.ko", "/opt/one/a.ko");
  }

  @Test
  void namesModulesOfARelativeDirectoryByAbsolutePaths() {
    // The working directory is /, and stands before as it is.
    tree.modules("kernel/a.ko", "/opt/one/a.ko", "/opt/two/b.ko");
    tree.config("external * opt/one", "external * ./opt/two", "search external built-in");

    tree.depmod();

    assertThat(tree.listed()).containsExactlyInAnyOrder("//opt/one/a.ko", "//./opt/two/b.ko");
  }

  @Test
  void prefersTheModuleDirectoryToAnExternalOneThatSearchDoesNotName() {
    tree.modules("zzz/a.ko", "/opt/one/a.ko");
    tree.config("external * /opt/one");

    tree.depmod();

    assertThat(tree.listed()).containsExactly("zzz/a.ko");
  }

  @Test
  void goesOnWithoutAnExternalDirectoryThatIsMissing() {
    tree.modules("a.ko");
    tree.config("external * /opt/none");

    int status = tree.depmod();

    assertThat(status).isZero();
    assertThat(tree.err())
        .isEqualTo(
            "depmod: ERROR: could not open directory /opt/none: No such file or directory\n");
  }

  @Test
  void saysWhereTheConfigurationIsWrong() {
    tree.config("search", "surch updates");

    int status = tree.depmod();

    assertThat(status).isZero();
    assertThat(tree.err())
        .isEqualTo("depmod: ERROR: /etc/depmod.d/test.conf:2: ignoring bad line starting with"
            + " 'surch'\n");
  }

  @Test
  void goesOnInHashOrderWithoutModulesOrder() throws IOException {
    tree.modules("a.ko", "c.ko");
    Files.delete(tree.inModules("modules.order"));

    int status = tree.depmod();

    assertThat(status).isZero();
    assertThat(tree.listed()).containsExactly("c.ko", "a.ko");
    assertThat(tree.err())
        .isEqualTo("depmod: WARNING: could not open modules.order at /lib/modules/5.0:"
            + " No such file or directory\n");
  }

  @Test
  void doesNotTrustAModulesOrderThatIsCutOff() {
    tree.modules("a.ko", "c.ko").file("modules.order", "a.ko\nc.k");

    int status = tree.depmod();

    assertThat(status).isZero();
    assertThat(tree.listed()).containsExactly("c.ko", "a.ko");
    assertThat(tree.err())
        .isEqualTo("depmod: ERROR: /lib/modules/5.0/modules.order:2 corrupted line misses '\\n'\n");
  }

  /** As deep as a path of the greatest length that Linux takes can lead. */
  @Test
  void findsModulesHoweverDeepTheyLie() {
    String path = "a/".repeat(2000) + "m.ko";
    tree.modules(path);

    tree.depmod();

    assertThat(tree.listed()).containsExactly(path);
  }
}
