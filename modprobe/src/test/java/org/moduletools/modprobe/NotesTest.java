package org.moduletools.modprobe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.moduletools.kernel.Errno;
import org.moduletools.modulefile.ModuleBuilder;

/** What modprobe prints behind a refusal, and when it prints nothing of the kind. */
class NotesTest {

  private static final String FILE = TestTree.DIRECTORY + "kernel/lone.ko";

  private final TestTree tree = new TestTree();

  /** Lets lone be a real module with the parameters count and quiet. */
  private void hasLone() {
    tree.module(
        FILE,
        new ModuleBuilder()
            .modinfo(
                "vermagic=6.1.0-21-amd64 SMP mod_unload ",
                "parm=count:How many",
                "parmtype=count:int",
                "parmtype=quiet:bool"));
  }

  @Test
  void theFolderOfARunningKernelIsGone() {
    tree.kernel().runs("6.1.0-20-amd64");

    assertThat(tree.run("lone")).isEqualTo(1);
    assertThat(tree.host().err()).isEqualTo("""
        modprobe: FATAL: Module lone not found in directory /lib/modules/6.1.0-20-amd64
        modprobe: NOTE: /lib/modules/6.1.0-20-amd64 is missing; there is 6.1.0-21-amd64; this kernel \
        runs without its modules: if it was upgraded, reboot
        """);
  }

  @Test
  void theFolderThatTheUserNamedIsNotThere() {
    assertThat(tree.run("-d", "/nodir", "lone")).isEqualTo(1);
    assertThat(tree.host().err()).isEqualTo("""
        modprobe: FATAL: Module lone not found in directory /nodir/lib/modules/6.1.0-21-amd64
        modprobe: NOTE: /nodir is not there
        """);
  }

  @Test
  void aNameWithATypingErrorForEachOfSeveral() {
    assertThat(tree.run("-a", "lnoe", "lone.ko", "LONE")).isEqualTo(1);
    assertThat(tree.host().err()).isEqualTo("""
        modprobe: WARNING: Module lnoe not found in directory /lib/modules/6.1.0-21-amd64
        modprobe: NOTE: names like it: lone
        modprobe: WARNING: Module lone.ko not found in directory /lib/modules/6.1.0-21-amd64
        modprobe: NOTE: a module's name has no suffix; try lone; a file is named with its path: \
        ./lone.ko
        modprobe: WARNING: Module LONE not found in directory /lib/modules/6.1.0-21-amd64
        modprobe: NOTE: capitals count in a module's name; try lone
        """);
  }

  @Test
  void saysNothingWhereTheUserWantsToHearNothing() {
    assertThat(tree.run("-q", "lnoe")).isEqualTo(1);
    assertThat(tree.host().err()).isEmpty();
  }

  @Test
  void goesIntoTheLogWhereTheErrorGoes() {
    assertThat(tree.run("-s", "lnoe")).isEqualTo(1);
    assertThat(tree.host().err()).isEmpty();
    assertThat(tree.machine().logged())
        .containsExactly(
            "open modprobe",
            "<2> FATAL: Module lnoe not found in directory /lib/modules/6.1.0-21-amd64",
            "<3> NOTE: names like it: lone");
  }

  @Test
  void theModuleThatIsNeededWasRefused() {
    tree.kernel().refusesToInsert("base_mod", Errno.ENODEV);

    assertThat(tree.run("top")).isEqualTo(1);
    assertThat(tree.host().err()).isEqualTo("""
        modprobe: ERROR: could not insert 'top': No such device
        modprobe: NOTE: it was base_mod that the kernel refused, which top needs
        modprobe: NOTE: the module's own start refused: it found no device or feature that it is \
        for; see the kernel's log (dmesg)
        """);
  }

  @Test
  void whoIsNotRootLoadsNothing() {
    hasLone();
    tree.file("/proc/self/status", "Uid:\t1000\t1000\t1000\t1000\nCapEff:\t0000000000000000\n");
    tree.file("/proc/modules", "");
    tree.kernel().refusesToInsert("lone", Errno.EPERM);

    assertThat(tree.run("lone")).isEqualTo(1);
    assertThat(tree.host().err()).isEqualTo("""
        modprobe: ERROR: could not insert 'lone': Operation not permitted
        modprobe: NOTE: only root may load and remove modules (CAP_SYS_MODULE); try it with sudo
        """);
  }

  @Test
  void theKernelCommandLineForbidsIt() {
    hasLone();
    tree.file("/proc/cmdline", "ro module_blacklist=lone\n");
    tree.kernel().refusesToInsert("lone", Errno.EPERM);

    assertThat(tree.run("lone")).isEqualTo(1);
    assertThat(tree.host().err()).isEqualTo("""
        modprobe: ERROR: could not insert 'lone': Operation not permitted
        modprobe: NOTE: module_blacklist= on the kernel command line names it (/proc/cmdline); take \
        it out in the boot loader's configuration
        """);
  }

  @Test
  void aParameterThatTheModuleHasNotIsToldBeforeItIsLoaded() {
    hasLone();
    tree.config("# lone\noptions lone cuont=3 quiet=1 # no noise\n");
    tree.kernel().isWatchedBy(call -> {
      if (call.startsWith("insert")) {
        assertThat(tree.host().err()).contains("cuont");
      }
    });

    assertThat(tree.run("lone", "conut=4")).isZero();
    assertThat(tree.kernel().calls())
        .contains("insert " + FILE + " cuont=3 quiet=1 # no noise conut=4");
    assertThat(tree.host().err()).isEqualTo("""
        modprobe: NOTE: lone: 'cuont' is no parameter of it; near: count (from \
        /etc/modprobe.d/test.conf:2)
        modprobe: NOTE: lone: '#' begins no comment within a line: it and what follows go to the \
        module; write the comment on a line of its own (from /etc/modprobe.d/test.conf:2)
        modprobe: NOTE: lone: 'conut' is no parameter of it; near: count (from the command line)
        """);
  }

  @Test
  void aValueForWhichTheKernelRefusesIsToldBehindItsRefusal() {
    hasLone();
    tree.config("options lone count=3, quiet=1\n");
    tree.kernel().refusesToInsert("lone", Errno.EINVAL);

    assertThat(tree.run("lone")).isEqualTo(1);
    assertThat(tree.host().err()).isEqualTo("""
        modprobe: ERROR: could not insert 'lone': Invalid argument
        modprobe: NOTE: lone: 'count=3,' ends in a comma; parameters are separated by blanks only \
        (from /etc/modprobe.d/test.conf:1)
        """);
  }

  @Test
  void parametersThatTheModuleHasAreNoMatter() {
    hasLone();
    tree.config("options lone count=3 quiet\n");

    assertThat(tree.run("lone")).isZero();
    assertThat(tree.host().err()).isEmpty();
  }

  @Test
  void aDryRunAndAQuietOneDoNotLookIntoTheModule() {
    hasLone();
    tree.config("options lone cuont=3\n");

    assertThat(tree.run("-n", "lone")).isZero();
    assertThat(tree.run("-q", "lone")).isZero();
    assertThat(tree.host().err()).isEmpty();
  }

  @Test
  void aFileThatDoesNotEndInConfIsToldToWhoLooksAtTheConfiguration() {
    tree.file("/etc/modprobe.d/blacklist", "blacklist lone\n")
        .file("/etc/modprobe.d/README", "Read me.\n")
        .file("/etc/modprobe.d/old.conf.dpkg-old", "blacklist lone\n");
    String warning = "modprobe: WARNING: /etc/modprobe.d/blacklist does not count, since its name"
        + " does not end in .conf\n";

    tree.run("lone");
    assertThat(tree.host().err()).isEmpty();
    tree.run("-v", "lone");
    assertThat(tree.host().err()).isEqualTo(warning);
    tree.run("-c");
    assertThat(tree.host().err()).isEqualTo(warning + warning);
  }

  @Test
  void aModuleInUseIsToldWithItsUsers() {
    tree.kernel().hasLoaded("lone");
    tree.kernel().uses("lone", 1);
    tree.file("/proc/mounts", "/dev/sda1 /srv lone rw 0 0\n");

    assertThat(tree.run("-r", "lone")).isEqualTo(1);
    assertThat(tree.host().err()).isEqualTo("""
        modprobe: FATAL: Module lone is in use.
        modprobe: NOTE: mounted: /srv (lone); umount ends that
        """);
  }
}
