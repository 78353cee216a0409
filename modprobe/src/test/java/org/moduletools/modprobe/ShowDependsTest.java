package org.moduletools.modprobe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.moduletools.files.OwnedFiles;

/** {@code modprobe -D} and the lines it prints. */
class ShowDependsTest {

  private static final String KERNEL = "insmod " + TestTree.DIRECTORY + "kernel/";

  private final TestTree tree = new TestTree();

  @Test
  void printsDependenciesBeforeTheModuleAndABlankBehindEachFile() {
    int status = tree.run("-D", "top");

    assertThat(status).isZero();
    assertThat(tree.host().out())
        .isEqualTo(KERNEL + "base-mod.ko \n" + KERNEL + "mid.ko \n" + KERNEL + "top.ko \n");
    assertThat(tree.kernel().calls()).isEmpty();
  }

  @Test
  void takesWhatIsLoadedAlreadyAsNotLoaded() {
    tree.kernel().hasLoaded("base_mod");

    tree.run("-D", "other");

    assertThat(tree.host().out()).isEqualTo(KERNEL + "base-mod.ko \n" + KERNEL + "other.ko \n");
  }

  @Test
  void putsSoftdepsAroundTheModuleAndRepeatsWhatTheyShare() {
    tree.config("softdep top pre: other post: lone\n");

    tree.run("-D", "top");

    assertThat(tree.host().out())
        .isEqualTo(KERNEL + "base-mod.ko \n" + KERNEL + "mid.ko \n" + KERNEL + "base-mod.ko \n"
            + KERNEL + "other.ko \n" + KERNEL + "top.ko \n" + KERNEL + "lone.ko \n");
  }

  @Test
  void endsWhereSoftdepsGoInACircle() {
    tree.config("softdep lone post: other\nsoftdep other post: lone\n");

    int status = tree.run("-D", "lone");

    assertThat(status).isZero();
    assertThat(tree.host().out())
        .isEqualTo(KERNEL + "lone.ko \n" + KERNEL + "base-mod.ko \n" + KERNEL + "other.ko \n");
  }

  @Test
  void joinsConfiguredOptionsWithThoseOfTheCommandLine() {
    tree.config("options lone a=1\noptions fs-lone b=2\noptions other c=3\n");

    tree.run("-D", "fs-lone", "d=4", "e=two words");

    assertThat(tree.host().out()).isEqualTo(KERNEL + "lone.ko a=1 b=2 d=4 e=\"two words\"\n");
  }

  @Test
  void endsConfiguredOptionsWithABlankWhereNothingFollows() {
    tree.config("options lone a=1\n");

    tree.run("-D", "lone");

    assertThat(tree.host().out()).isEqualTo(KERNEL + "lone.ko a=1 \n");
  }

  @Test
  void showsAnInstallCommandAsItIsWritten() {
    tree.config("install lone /bin/do $CMDLINE_OPTS\noptions lone a=1\n");

    tree.run("-D", "lone", "b=2");

    assertThat(tree.host().out()).isEqualTo("install /bin/do $CMDLINE_OPTS a=1 b=2\n");
  }

  @Test
  void runsAnInstallCommandOfAModuleWithSoftdepsToo() {
    tree.config("install lone /bin/do\nsoftdep lone pre: other\n");

    tree.run("-D", "lone");

    assertThat(tree.host().out())
        .isEqualTo(KERNEL + "base-mod.ko \n" + KERNEL + "other.ko \ninstall /bin/do \n");
  }

  @Test
  void ignoresCommandAndSoftdepsOfTheNamedModuleOnly() {
    tree.config("install top /bin/top\ninstall mid /bin/mid\nsoftdep top pre: lone\n");

    tree.run("-i", "-D", "top");

    assertThat(tree.host().out())
        .isEqualTo(KERNEL + "base-mod.ko \ninstall /bin/mid \n" + KERNEL + "top.ko \n");
  }

  @Test
  void namesAPartOfTheKernel() {
    tree.run("-D", "net-built");

    assertThat(tree.host().out()).isEqualTo("builtin built\n");
  }

  @Test
  void loadsAllThatAnAliasMeansInModuleOrder() {
    tree.run("-D", "pci:v1d7");

    assertThat(tree.host().out())
        .isEqualTo(KERNEL + "lone.ko \n" + KERNEL + "base-mod.ko \n" + KERNEL + "other.ko \n");
  }

  @Test
  void skipsABlacklistedModuleReachedByAliasAndNotByName() {
    tree.config("blacklist lone\n");

    tree.run("-D", "fs-lone");
    tree.run("-D", "lone");

    assertThat(tree.host().out()).isEqualTo(KERNEL + "lone.ko \n");
  }

  @Test
  void skipsABlacklistedModuleByNameTooIfAsked() {
    tree.config("blacklist lone\n");

    int status = tree.run("-b", "-D", "lone");

    assertThat(status).isZero();
    assertThat(tree.host().out()).isEmpty();
  }

  @Test
  void saysWhereItDidNotFindAModule() {
    int status = tree.run("-D", "nosuch");

    assertThat(status).isEqualTo(1);
    assertThat(tree.host().err())
        .isEqualTo(
            "modprobe: FATAL: Module nosuch not found in directory /lib/modules/6.1.0-21-amd64\n");
  }

  @Test
  void goesOnAfterAModuleThatIsNotThereWithAll() {
    int status = tree.run("-a", "-D", "nosuch", "lone");

    assertThat(status).isEqualTo(1);
    assertThat(tree.host().out()).isEqualTo(KERNEL + "lone.ko \n");
    assertThat(tree.host().err())
        .isEqualTo(
            "modprobe: WARNING: Module nosuch not found in directory /lib/modules/6.1.0-21-amd64\n");
  }

  @Test
  void takesAPathAsTheModulesFile() {
    tree.file("/tmp/lone.ko", "not looked at");

    tree.run("-D", "/tmp/lone.ko", "x=1");

    assertThat(tree.host().out()).isEqualTo("insmod /tmp/lone.ko x=1\n");
  }

  @Test
  void refusesAPathThatIsNotThere() {
    int status = tree.run("-D", "/tmp/lone.ko");

    assertThat(status).isEqualTo(1);
    assertThat(tree.host().err())
        .isEqualTo(
            "modprobe: FATAL: Failed to get module from path /tmp/lone.ko: No such file or directory\n");
  }

  @Test
  void readsOptionsFromTheEnvironmentFirst() {
    tree.host().with("MODPROBE_OPTIONS", "-D  -C '/my config'");
    tree.file("/my config", "options lone a=1\n");

    tree.run("lone");

    assertThat(tree.host().out()).isEqualTo(KERNEL + "lone.ko a=1 \n");
  }

  @Test
  void takesParametersFromTheKernelCommandLineLast() {
    tree.config("options lone a=1\n")
        .file("/proc/cmdline", "quiet lone.b=2 modprobe.blacklist=base-mod\n");

    tree.run("-D", "lone", "c=3");

    assertThat(tree.host().out()).isEqualTo(KERNEL + "lone.ko a=1 b=2 c=3\n");
  }

  @Test
  void usesTheTextFilesAloneIfTheConfigurationSaysSo() {
    tree.file(TestTree.DIRECTORY + "modules.dep.bin", "This is no index at all.");

    assertThat(tree.run("-D", "lone")).isZero();
    assertThat(tree.host().err()).contains("modules.dep.bin is damaged");

    tree.config("config binary_indexes no\n");
    int before = tree.host().err().length();

    assertThat(tree.run("-D", "lone")).isZero();
    assertThat(tree.host().err().substring(before)).isEmpty();
  }

  @Test
  void warnsRootOfConfigurationThatOthersMayWriteUnlessItIsNamed() {
    tree.config("include /more\n").file("/more", "\n").file("/etc/modprobe.d/ours.conf", "\n");
    tree.machine()
        .asks(new OwnedFiles()
            .with("/proc/self", 0, 0, 0040555)
            .with("/etc/modprobe.d", 0, 0, 0040777)
            .with("/etc/modprobe.d/ours.conf", 0, 0, 0100644)
            .with("/etc/modprobe.d/test.conf", 1000, 0, 0100644)
            .with("/more", 0, 1000, 0100664));

    assertThat(tree.run("-D", "lone")).isZero();
    assertThat(tree.run("-D", "-C", "/etc/modprobe.d/test.conf", "lone")).isZero();

    assertThat(tree.host().err()).isEqualTo("""
        modprobe: WARNING: "include /more" is deprecated, please use /etc/modprobe.d
        modprobe: WARNING: /etc/modprobe.d can be written to by others than root
        modprobe: WARNING: /etc/modprobe.d/test.conf can be written to by others than root
        modprobe: WARNING: /more can be written to by others than root
        modprobe: WARNING: "include /more" is deprecated, please use /etc/modprobe.d
        """);
  }
}
