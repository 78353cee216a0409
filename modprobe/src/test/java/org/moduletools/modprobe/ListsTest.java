package org.moduletools.modprobe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moduletools.kernel.Errno;
import org.moduletools.kernel.ModuleState;
import org.moduletools.modulefile.ModuleBuilder;

/** Loading what modules-load.d lists. */
class ListsTest {

  private static final String KERNEL = TestTree.DIRECTORY + "kernel/";

  private final TestTree tree = new TestTree();

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"--jobs=1", "--jobs=4"})
  void loadsWhatTheListsName(String jobs) {
    tree.file("/etc/modules-load.d/a.conf", """
        # a comment
          ; another

        fs-lone
        """);
    tree.file("/usr/lib/modules-load.d/b.conf", "mid\r\n");
    tree.file("/proc/cmdline", "quiet modules_load=other rd.modules_load=top\n");

    int status = tree.run("--load-lists", jobs);

    assertThat(status).isZero();
    assertThat(tree.host().err()).isEmpty();
    assertThat(tree.kernel().hasInMemory("lone")).isTrue();
    assertThat(tree.kernel().hasInMemory("mid")).isTrue();
    assertThat(tree.kernel().hasInMemory("other")).isTrue();
    assertThat(tree.kernel().hasInMemory("top")).isFalse();
  }

  @Test
  void takesNoNoticeOfTheCommandLineIfAskedTo() {
    tree.file("/proc/cmdline", "modules_load=other\n");

    assertThat(tree.run("--load-lists", "--no-cmdline")).isZero();
    assertThat(tree.kernel().hasInMemory("other")).isFalse();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"--jobs=1", "--jobs=4"})
  void givesModulesTheParametersBehindTheirNames(String jobs) {
    tree.file("/etc/modules", "lone  a=1 b=2 \nother\n");

    assertThat(tree.run("--load-lists", jobs, "/etc/modules")).isZero();
    assertThat(tree.kernel().calls())
        .contains("insert " + KERNEL + "lone.ko a=1 b=2", "insert " + KERNEL + "other.ko");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"--jobs=1", "--jobs=4"})
  void saysWhereAParameterStandsThatTheModuleHasNot(String jobs) {
    new ModuleBuilder()
        .modinfo("parmtype=count:int")
        .writeTo(tree.root().resolve(KERNEL + "lone.ko"));
    tree.file("/etc/l2", "# ours\nlone cuont=1\n");

    assertThat(tree.run("--load-lists", jobs, "/etc/l2")).isZero();
    assertThat(tree.host().err())
        .isEqualTo(
            "modprobe: NOTE: lone: 'cuont' is no parameter of it; near: count (from /etc/l2:2)\n");
  }

  @Test
  void warnsOfAModuleThatIsMissingAndGoesOn() {
    tree.file("/etc/modules-load.d/a.conf", "\nnosuch\nlone\n");

    assertThat(tree.run("--load-lists")).isEqualTo(1);
    assertThat(tree.host().err())
        .isEqualTo("modprobe: WARNING: Module nosuch not found in directory"
            + " /lib/modules/6.1.0-21-amd64; /etc/modules-load.d/a.conf:2 asks for it\n");
    assertThat(tree.kernel().hasInMemory("lone")).isTrue();
  }

  @Test
  void failsForAModuleThatCannotBeLoadedAndGoesOn() {
    tree.file("/etc/modules-load.d/a.conf", "other\nlone\n");
    tree.kernel().refusesToInsert("other", Errno.ENODEV);

    assertThat(tree.run("--load-lists")).isEqualTo(1);
    assertThat(tree.host().err())
        .startsWith("modprobe: ERROR: could not insert 'other': No such device\nmodprobe: NOTE: ");
    assertThat(tree.kernel().hasInMemory("lone")).isTrue();
  }

  @Test
  void isContentWithWhatIsLoadedEvenForTheFirstTime() {
    tree.file("/etc/modules-load.d/a.conf", "lone\nbuilt\ngone\n");
    tree.kernel().hasLoaded("lone");
    tree.kernel().saysOf("gone", ModuleState.LIVE);

    assertThat(tree.run("--load-lists", "--first-time")).isZero();
    assertThat(tree.host().err()).isEmpty();
    assertThat(tree.kernel().calls()).isEmpty();
  }

  @Test
  void heedsTheBlacklist() {
    tree.file("/etc/modules-load.d/a.conf", "lone\n");
    tree.config("blacklist lone\n");

    assertThat(tree.run("--load-lists")).isZero();
    assertThat(tree.kernel().calls()).isEmpty();
  }

  @Test
  void doesNothingWhereNothingIsListed() {
    assertThat(tree.run("--load-lists")).isZero();
    assertThat(tree.host().outAndErr()).isEmpty();
  }

  @Test
  void failsForAListThatIsNotThere() {
    tree.file("/etc/a", "lone\n");

    assertThat(tree.run("--load-lists", "/no/such/list", "/etc/a")).isEqualTo(1);
    assertThat(tree.host().err())
        .isEqualTo(
            "modprobe: ERROR: Failed to open list /no/such/list: No such file or directory\n");
    assertThat(tree.kernel().hasInMemory("lone")).isTrue();
  }

  @Test
  void showsWhatItWouldLoad() {
    tree.file("/etc/modules-load.d/a.conf", "other\n");

    assertThat(tree.run("--load-lists", "-D")).isZero();
    assertThat(tree.host().out()).isEqualTo("""
        insmod /lib/modules/6.1.0-21-amd64/kernel/base-mod.ko\040
        insmod /lib/modules/6.1.0-21-amd64/kernel/other.ko\040
        """);
    assertThat(tree.kernel().calls()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"-D", "--json -D"})
  void goesOnBehindWhatOnlyTheKernelHas(String options) {
    tree.file("/etc/modules-load.d/a.conf", "gone\nlone\n");
    tree.kernel().saysOf("gone", ModuleState.LIVE);

    assertThat(tree.run(("--load-lists " + options).split(" "))).isEqualTo(1);
    assertThat(tree.host().err())
        .isEqualTo("modprobe: WARNING: Module gone not found in directory"
            + " /lib/modules/6.1.0-21-amd64; /etc/modules-load.d/a.conf:1 asks for it\n");
    assertThat(tree.host().out()).contains(KERNEL + "lone.ko");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"--show-exports", "--show-modversions", "--graph", "-c", "-l"})
  void printsNothingElse(String option) {
    assertThat(tree.run("--load-lists", option)).isEqualTo(1);
    assertThat(tree.host().outAndErr())
        .isEqualTo("modprobe: FATAL: --load-lists only loads modules; leave out " + option + "\n");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"-r", "-R", "--coldplug"})
  void takesNothingElse(String option) {
    assertThat(tree.run("--load-lists", option)).isEqualTo(1);
    assertThat(tree.host().err()).contains("--load-lists");
    assertThat(tree.kernel().calls()).isEmpty();
  }
}
