package org.moduletools.modprobe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moduletools.kernel.Errno;
import org.moduletools.modulefile.ModuleBuilder;

/** The command {@code mask} of modprobe.d: a module that nothing loads. */
class MaskTest {

  private static final String KERNEL = TestTree.DIRECTORY + "kernel/";

  private static final String LONE_IS_MASKED = """
      modprobe: ERROR: could not insert 'lone': Operation not permitted
      modprobe: NOTE: module lone is masked by /etc/modprobe.d/test.conf:2; \
      nothing loads it while that line is there
      """;

  private static final String TOP_NEEDS_MASKED = """
      modprobe: ERROR: could not insert 'top': Operation not permitted
      modprobe: NOTE: module base_mod, which top needs, is masked by \
      /etc/modprobe.d/test.conf:1; nothing loads it while that line is there
      """;

  private final TestTree tree = new TestTree();

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "lone",
        "fs-lone",
        "pci:v3d7",
        "my-disk",
        "/lib/modules/6.1.0-21-amd64/kernel/lone.ko"
      })
  void refusesTheModuleByWhateverName(String name) {
    tree.config("alias my-disk lone\nmask lone\n");

    assertThat(tree.run(name)).isEqualTo(1);
    assertThat(tree.host().err()).isEqualTo(LONE_IS_MASKED);
    assertThat(tree.kernel().calls()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"-i", "-f", "-b", "-D", "-n"})
  void refusesItWhateverIsAskedFor(String option) {
    tree.config("\nmask lone\n");

    assertThat(tree.run(option, "lone")).isEqualTo(1);
    assertThat(tree.host().err()).isEqualTo(LONE_IS_MASKED);
    assertThat(tree.host().out()).isEmpty();
    assertThat(tree.kernel().calls()).isEmpty();
  }

  @Test
  void refusesItToTheKernelWithoutAWord() {
    tree.config("mask lone\n");

    assertThat(tree.run("-q", "--", "fs-lone")).isEqualTo(1);
    assertThat(tree.host().err()).isEmpty();
    assertThat(tree.kernel().calls()).isEmpty();
  }

  @Test
  void runsNoCommandInItsPlace() {
    tree.config("install lone /bin/lone\nmask lone\n");

    assertThat(tree.run("lone")).isEqualTo(1);
    assertThat(tree.host().err()).isEqualTo(LONE_IS_MASKED);
    assertThat(tree.kernel().calls()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"base_mod", "base-mod"})
  void loadsNothingForAModuleThatNeedsIt(String name) {
    tree.config("mask " + name + "\n");

    assertThat(tree.run("top")).isEqualTo(1);
    assertThat(tree.host().err()).isEqualTo(TOP_NEEDS_MASKED);
    assertThat(tree.kernel().calls()).isEmpty();
  }

  @Test
  void showsNothingOfAModuleThatNeedsIt() {
    tree.config("mask base_mod\n");

    assertThat(tree.run("-D", "top")).isEqualTo(1);
    assertThat(tree.host().out()).isEmpty();
    assertThat(tree.host().err()).isEqualTo(TOP_NEEDS_MASKED);
  }

  @Test
  void lateUsersFindItIfItIsLoadedAlready() {
    tree.config("mask base_mod\n");
    tree.kernel().hasLoaded("base_mod");

    assertThat(tree.run("mid")).isZero();
    assertThat(tree.host().err()).isEmpty();
    assertThat(tree.kernel().calls())
        .containsExactly("lock shared", "insert " + KERNEL + "mid.ko", "unlock");
  }

  @Test
  void leavesAloneWhatIsLoadedOrAPartOfTheKernel() {
    tree.config("mask lone\nmask built\n");
    tree.kernel().hasLoaded("lone");

    assertThat(tree.run("-a", "lone", "built")).isZero();
    assertThat(tree.host().err()).isEmpty();
    assertThat(tree.kernel().calls()).isEmpty();
    assertThat(tree.run("-D", "built")).isZero();
    assertThat(tree.host().out()).isEqualTo("builtin built\n");
  }

  @Test
  void passesOverSoftdepsThatAreMaskedOrNeedWhatIs() {
    tree.config("mask base_mod\nmask other\nsoftdep lone pre: other mid post: built\n");

    assertThat(tree.run("-D", "lone")).isZero();
    assertThat(tree.host().out()).isEqualTo("insmod " + KERNEL + "lone.ko \nbuiltin built\n");
    assertThat(tree.host().err()).isEmpty();
    assertThat(tree.run("lone")).isZero();
    assertThat(tree.kernel().calls())
        .containsExactly("lock shared", "insert " + KERNEL + "lone.ko", "unlock");
  }

  @Test
  void looksForTheNameInAFileThatIsNamed() {
    tree.module("/t/orig.ko", new ModuleBuilder().modinfo("name=lone"));
    tree.config("\nmask lone\n");

    for (String option : new String[] {"-q", "-n", "-D", "-i"}) {
      assertThat(tree.run(option, "/t/orig.ko")).isEqualTo(1);
    }
    assertThat(tree.kernel().calls()).isEmpty();
    assertThat(tree.run("-R", "/t/orig.ko")).isZero();
    assertThat(tree.host().err()).endsWith("""
        modprobe: ERROR: could not insert 'orig': Operation not permitted
        modprobe: NOTE: module lone is masked by /etc/modprobe.d/test.conf:2; \
        nothing loads it while that line is there
        modprobe: NOTE: module lone is masked by /etc/modprobe.d/test.conf:2; \
        nothing loads it while that line is there
        """);
    assertThat(tree.run("--explain", "/t/orig.ko")).isEqualTo(1);
    assertThat(tree.host().out()).contains("\n! mask       it is masked ").endsWith("""
          verdict    it would not be loaded: a mask line forbids it, by whatever name
        """);
  }

  @Test
  void leavesAloneAFileWhoseModuleIsLoaded() {
    tree.module("/t/orig.ko", new ModuleBuilder().modinfo("name=lone"));
    tree.config("\nmask lone\n");
    tree.kernel().hasLoaded("lone");
    tree.kernel().refusesToInsert("orig", Errno.EEXIST);

    assertThat(tree.run("/t/orig.ko")).isZero();
    assertThat(tree.host().err()).isEmpty();
  }

  @Test
  void removesItAsAnyOther() {
    tree.config("mask lone\n");
    tree.kernel().hasLoaded("lone");

    assertThat(tree.run("-r", "lone")).isZero();
    assertThat(tree.kernel().hasInMemory("lone")).isFalse();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"lone mid", "lone # not now"})
  void takesOneModule(String words) {
    tree.config("mask " + words + "\n");

    assertThat(tree.run("lone")).isZero();
    assertThat(tree.host().err())
        .isEqualTo("modprobe: ERROR: /etc/modprobe.d/test.conf line 1: ignoring bad line starting"
            + " with 'mask'\n");
  }

  @Test
  void warnsOfAPattern() {
    tree.config("mask l*\n");

    assertThat(tree.run("lone")).isZero();
    assertThat(tree.host().err())
        .isEqualTo("modprobe: WARNING: /etc/modprobe.d/test.conf line 1: mask takes the name of one"
            + " module, and 'l*' is a pattern: it masks nothing\n");
  }

  @Test
  void warnsOfWhatIsNoModuleIfSomebodyLooksCloser() {
    tree.config("mask fs-lone\nmask built\nmask nosuch\nmask lone\n");

    assertThat(tree.run("-c")).isZero();
    assertThat(tree.host().err()).isEqualTo("""
        modprobe: WARNING: /etc/modprobe.d/test.conf:1: mask takes the name of one module, and \
        'fs_lone' is an alias of lone: it masks nothing
        modprobe: WARNING: /etc/modprobe.d/test.conf:2: mask takes the name of one module, and \
        'built' is a part of the kernel, which stays
        """);
    assertThat(tree.run("-D", "other")).isZero();
    assertThat(tree.host().err().lines()).hasSize(2);
  }

  @Test
  void standsAmongTheOtherLinesOfTheConfiguration() {
    tree.config("options lone a=1\nmask lo-ne\nblacklist mid\n");

    assertThat(tree.run("-c")).isZero();
    assertThat(tree.host().out())
        .startsWith("blacklist mid\nmask lo_ne\noptions lone a=1\n\n# End of configuration");
    assertThat(tree.host().err()).isEmpty();
  }

  @Test
  void needsAName() {
    tree.config("mask\n");

    assertThat(tree.run("-n", "lone")).isZero();
    assertThat(tree.host().err())
        .isEqualTo("modprobe: ERROR: /etc/modprobe.d/test.conf line 1:"
            + " ignoring bad line starting with 'mask'\n");
  }

  @Test
  void isNotTheModulesToSay() {
    tree.file(TestTree.DIRECTORY + "modules.softdep", "mask lone\n");

    assertThat(tree.run("-D", "lone")).isZero();
  }

  @Test
  void tellsNothingOfAMaskThatKeepsNothingOut() {
    tree.config("mask built\n");

    assertThat(tree.run("-R", "built")).isZero();
    assertThat(tree.host().out()).isEqualTo("built\n");
    assertThat(tree.host().err()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"-R", "-q"})
  void tellsNothingIfThePartOfTheKernelIsInAFileThatIsNamed(String option) {
    tree.module("/t/orig.ko", new ModuleBuilder().modinfo("name=built"));
    tree.config("mask built\n");

    assertThat(tree.run(option, "/t/orig.ko")).isZero();
    assertThat(tree.host().err()).isEmpty();
  }

  @Test
  void warnsOfAPartOfTheKernelThatHasACommandToo() {
    tree.config("mask built\ninstall built /bin/true\n");

    assertThat(tree.run("-c")).isZero();
    assertThat(tree.host().err()).contains("'built' is a part of the kernel, which stays\n");
  }
}
