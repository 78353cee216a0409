package org.moduletools.modprobe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.moduletools.kernel.Errno;
import org.moduletools.kernel.LockHolder;
import org.moduletools.kernel.ModuleState;

/** Loading, on a kernel that watches over the lock. */
class LoadTest {

  private static final String KERNEL = TestTree.DIRECTORY + "kernel/";

  private final TestTree tree = new TestTree();

  @Test
  void loadsTheChainUnderOneSharedLock() {
    int status = tree.run("top", "a=1");

    assertThat(status).isZero();
    assertThat(tree.kernel().calls())
        .containsExactly(
            "lock shared",
            "insert " + KERNEL + "base-mod.ko",
            "insert " + KERNEL + "mid.ko",
            "insert " + KERNEL + "top.ko a=1",
            "unlock");
  }

  @Test
  void loadsOnlyWhatIsNotLoaded() {
    tree.kernel().hasLoaded("base_mod", "mid");

    tree.run("top");

    assertThat(tree.kernel().calls())
        .containsExactly("lock shared", "insert " + KERNEL + "top.ko", "unlock");
  }

  @Test
  void doesNothingForAModuleThatIsLoaded() {
    tree.kernel().hasLoaded("lone");

    int status = tree.run("lone");

    assertThat(status).isZero();
    assertThat(tree.kernel().calls()).isEmpty();
  }

  @Test
  void failsForAModuleThatIsLoadedIfItShouldBeTheFirstTime() {
    tree.kernel().hasLoaded("lone");

    int status = tree.run("--first-time", "lone");

    assertThat(status).isEqualTo(1);
    assertThat(tree.host().err())
        .isEqualTo("modprobe: ERROR: could not insert 'lone': Module already in kernel\n");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "ENOENT | Unknown symbol in module, or unknown parameter (see dmesg)",
        "ENOEXEC | Exec format error",
        "EINVAL | Invalid argument",
        "EPERM | Operation not permitted",
        "EKEYREJECTED | Key was rejected by service",
      })
  void saysWhyTheKernelRefuses(Errno errno, String reason) {
    tree.kernel().refusesToInsert("lone", errno);

    int status = tree.run("lone");

    assertThat(status).isEqualTo(1);
    assertThat(tree.host().errWithoutNotes())
        .isEqualTo("modprobe: ERROR: could not insert 'lone': " + reason + "\n");
    assertThat(tree.kernel().isLocked()).isFalse();
  }

  @Test
  void isContentIfAnotherProcessWasQuicker() {
    tree.kernel().isQuickerWith("lone");

    assertThat(tree.run("lone")).isZero();
    assertThat(tree.host().err()).isEmpty();
  }

  @Test
  void tellsOfAModuleWhoseInitMetWhatItRegisters() {
    tree.kernel().refusesToInsert("lone", Errno.EEXIST, Errno.EEXIST);

    assertThat(tree.run("lone")).isZero();
    assertThat(tree.run("--first-time", "lone")).isEqualTo(1);
    assertThat(tree.host().err()).isEqualTo("""
        modprobe: NOTE: lone: the module's own start refused: something that it registers is \
        registered already, by another driver; see the kernel's log (dmesg)
        modprobe: ERROR: could not insert 'lone': Module already in kernel
        modprobe: NOTE: the module's own start refused: something that it registers is registered \
        already, by another driver; see the kernel's log (dmesg)
        """);
  }

  @Test
  void reportsAFailedDependencyWithTheNamedModule() {
    tree.kernel().refusesToInsert("base_mod", Errno.ENODEV);

    int status = tree.run("top");

    assertThat(status).isEqualTo(1);
    assertThat(tree.host().errWithoutNotes())
        .isEqualTo("modprobe: ERROR: could not insert 'top': No such device\n");
    assertThat(tree.kernel().hasInMemory("top")).isFalse();
  }

  @Test
  void letsASoftdepFail() {
    tree.config("softdep lone pre: other\n");
    tree.kernel().refusesToInsert("other", Errno.ENODEV);

    int status = tree.run("lone");

    assertThat(status).isZero();
    assertThat(tree.kernel().hasInMemory("lone")).isTrue();
  }

  @Test
  void takesNoFolderWithoutANameForAModule() {
    int status = tree.run("-R", "/");

    assertThat(status).isEqualTo(1);
    assertThat(tree.host().err())
        .isEqualTo(
            "modprobe: FATAL: Failed to get module from path /: No such file or directory\n");
    assertThat(tree.host().out()).isEmpty();
  }

  @Test
  void endsWithTheStatusOfTheLastModuleThatAnAliasMeans() {
    tree.config("alias two other\nalias two lone\n");
    tree.kernel().refusesToInsert("other", Errno.ENODEV);

    int status = tree.run("two");

    assertThat(status).isZero();
    assertThat(tree.host().errWithoutNotes())
        .isEqualTo("modprobe: ERROR: could not insert 'other': No such device\n");
    assertThat(tree.kernel().hasInMemory("lone")).isTrue();
  }

  @Test
  void waitsForAModuleThatIsOnItsWayIn() {
    tree.kernel().saysOf("lone", ModuleState.COMING, ModuleState.COMING, ModuleState.LIVE);

    assertThat(tree.run("lone")).isZero();
    assertThat(tree.kernel().calls()).isEmpty();
  }

  @Test
  void loadsAModuleOnceItIsGone() {
    tree.kernel().saysOf("lone", ModuleState.GOING, ModuleState.GOING, ModuleState.ABSENT);

    assertThat(tree.run("lone")).isZero();
    assertThat(tree.kernel().calls()).contains("insert " + KERNEL + "lone.ko");
  }

  @Test
  void triesAgainAfterAModuleThatWasJustGoing() {
    tree.kernel().refusesToInsert("lone", Errno.EBUSY);

    assertThat(tree.run("lone")).isZero();
    assertThat(tree.kernel().hasInMemory("lone")).isTrue();
  }

  @Test
  void runsAnInstallCommandWithoutTheLock() {
    tree.config("install mid /bin/mid $CMDLINE_OPTS\noptions mid a=1\n");
    tree.machine().plays("/bin/mid a=1 ", variables -> {
      assertThat(variables)
          .containsEntry("MODPROBE_MODULE", "mid")
          .containsEntry("MODPROBE_OPTIONS", "-q");
      tree.kernel().hasLoaded("mid");
      return 0;
    });

    int status = tree.run("-q", "top");

    assertThat(status).isZero();
    assertThat(tree.kernel().calls())
        .containsExactly(
            "lock shared",
            "insert " + KERNEL + "base-mod.ko",
            "unlock",
            "command /bin/mid a=1 ",
            "lock shared",
            "insert " + KERNEL + "top.ko",
            "unlock");
  }

  @Test
  void failsIfAnInstallCommandFails() {
    tree.config("install lone /bin/no\n");
    tree.machine().plays("/bin/no", variables -> 3);

    int status = tree.run("lone");

    assertThat(status).isEqualTo(1);
    assertThat(tree.host().err()).isEqualTo("""
            modprobe: ERROR: Error running install command '/bin/no' for module lone: retcode 3
            modprobe: ERROR: could not insert 'lone': Invalid argument
            """);
  }

  @Test
  void loadsWhatAPermanentModuleNeedsAsItIs() {
    int status = tree.run("--permanent", "top");

    assertThat(status).isEqualTo(1); // that file is no module which could be changed
    assertThat(tree.kernel().calls())
        .containsExactly(
            "lock shared",
            "insert /lib/modules/6.1.0-21-amd64/kernel/base-mod.ko",
            "insert /lib/modules/6.1.0-21-amd64/kernel/mid.ko",
            "unlock");
  }

  @Test
  void endsCommandsThatCallEachOther() {
    tree.config("install lone modprobe other\ninstall other modprobe lone\n");
    tree.host().with("MODPROBE_COMMAND_CHAIN", "lone other lone other");

    int status = tree.run("lone");

    assertThat(status).isEqualTo(1);
    assertThat(tree.host().err())
        .contains("commands call each other without end: lone -> other -> lone");
  }

  @Test
  void takesTheWorstOfSeveralModulesThatAnAliasMeans() {
    tree.kernel().refusesToInsert("other", Errno.ENODEV);

    int status = tree.run("pci:v1d7");

    assertThat(status).isEqualTo(1);
    assertThat(tree.kernel().hasInMemory("lone")).isTrue();
  }

  @Test
  void saysThatAConfiguredAliasLeadsNowhere() {
    tree.config("alias a b\n");

    int status = tree.run("a");

    assertThat(status).isEqualTo(1);
    assertThat(tree.host().err()).isEqualTo("""
            modprobe: ERROR: could not find module by name='b'
            modprobe: ERROR: could not insert 'b': Unknown symbol in module, or unknown parameter (see dmesg)
            """);
  }

  @Test
  void givesUpOnALockThatStaysTakenAndNamesItsHolder() {
    tree.kernel().isLockedBy(new LockHolder(99, "rmmod", "root", true));

    int status = tree.run("lone");

    assertThat(status).isEqualTo(1);
    assertThat(tree.host().err())
        .contains("could not insert 'lone'")
        .contains("rmmod")
        .contains("99");
  }

  @Test
  void passesForceToTheKernel() {
    tree.run("-f", "lone");

    assertThat(tree.kernel().calls())
        .contains("insert " + KERNEL + "lone.ko [IGNORE_MODVERSIONS, IGNORE_VERMAGIC]");
  }

  @Test
  void printsWhatItDoesIfAsked() {
    tree.run("-v", "lone", "a=1");

    assertThat(tree.host().out()).isEqualTo("insmod " + KERNEL + "lone.ko a=1\n");
  }

  @Test
  void sendsMessagesToTheSystemLogIfAsked() {
    int status = tree.run("-s", "nosuch");

    assertThat(status).isEqualTo(1);
    assertThat(tree.host().err()).isEmpty();
    assertThat(tree.machine().logged())
        .containsExactly(
            "open modprobe",
            "<2> FATAL: Module nosuch not found in directory /lib/modules/6.1.0-21-amd64");
  }

  @Test
  void saysNothingIfAskedToBeQuiet() {
    assertThat(tree.run("-q", "nosuch")).isEqualTo(1);
    assertThat(tree.run("-q", "-v", "top")).isZero();
    assertThat(tree.host().err()).isEmpty();
    assertThat(tree.host().out()).isEmpty();
  }

  @Test
  void asksForNamesEvenIfAskedToBeQuiet() {
    assertThat(tree.run("-q")).isEqualTo(1);
    assertThat(tree.host().err()).isEqualTo("modprobe: ERROR: missing parameters. See -h.\n");
  }

  @Test
  void printsEachLineBeforeItsAction() {
    tree.config("install mid /bin/mid\n");
    List<String> seen = new ArrayList<>();
    tree.machine().plays("/bin/mid", variables -> 0);
    tree.kernel().isWatchedBy(call -> seen.add(call.split(" ", 2)[0] + " after " + lastLine()));
    tree.kernel().knows("top", "base_mod");

    tree.run("-v", "top");

    assertThat(seen)
        .containsExactly(
            "lock after nothing",
            "insert after insmod " + KERNEL + "base-mod.ko ",
            "unlock after install /bin/mid ",
            "command after install /bin/mid ",
            "lock after install /bin/mid ",
            "insert after insmod " + KERNEL + "top.ko ",
            "unlock after insmod " + KERNEL + "top.ko ");
  }

  private String lastLine() {
    return tree.host().out().lines().reduce("nothing", (former, last) -> last);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"-va", "-nva"})
  void printsMessagesAndActionsInTheirOrder(String options) {
    int status = tree.run(options, "lone", "nosuch", "other");

    assertThat(status).isEqualTo(1);
    assertThat(tree.host().outAndErr()).isEqualTo("""
            insmod /lib/modules/6.1.0-21-amd64/kernel/lone.ko\040
            modprobe: WARNING: Module nosuch not found in directory /lib/modules/6.1.0-21-amd64
            insmod /lib/modules/6.1.0-21-amd64/kernel/base-mod.ko\040
            insmod /lib/modules/6.1.0-21-amd64/kernel/other.ko\040
            """);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"-n", "-nv", "-nr", "-D", "-rD", "-R", "-c", "-n --json", "-D --json"})
  void aDryRunNeitherWaitsNorLocks(String options) {
    tree.kernel().hasLoaded("base_mod", "mid", "top");
    tree.kernel().saysOf("base_mod", ModuleState.COMING);
    tree.kernel().saysOf("top", ModuleState.GOING);

    List<String> words = new ArrayList<>(List.of(options.split(" ")));
    words.add("top");
    int status = tree.run(words.toArray(String[]::new));

    assertThat(status).isZero();
    assertThat(tree.machine().time().now()).isZero();
    assertThat(tree.kernel().calls()).isEmpty();
  }

  @Test
  void waitsOnceForAllModulesThatStayOnTheirWay() {
    tree.kernel().saysOf("base_mod", ModuleState.COMING);
    tree.kernel().saysOf("mid", ModuleState.COMING);
    tree.kernel().saysOf("top", ModuleState.COMING);
    tree.kernel().refusesToInsert("top", Errno.EBUSY);

    int status = tree.run("top");

    assertThat(status).isZero(); // the kernel has the last word
    assertThat(tree.machine().time().now()).isEqualTo(Duration.ofSeconds(30));
    assertThat(tree.host().err()).isEqualTo("""
            modprobe: WARNING: waiting for module top, which is being loaded, for 30 seconds at most
            modprobe: WARNING: module top is still being loaded; the kernel is asked all the same
            """);
  }

  @Test
  void waitsOnceForALockThatStaysTaken() {
    tree.kernel().isLockedBy(new LockHolder(99, "rmmod", "root", true));

    tree.run("--lock-timeout", "20", "-a", "lone", "other");

    assertThat(tree.kernel().patiences()).containsExactly(Duration.ofSeconds(20), Duration.ZERO);
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(names = {"LIVE", "BUILTIN"})
  void isContentWithAModuleThatOnlyTheKernelKnows(ModuleState state) {
    tree.kernel().saysOf("gone_mod", state);

    int status = tree.run("-v", "gone-mod");

    assertThat(status).isZero();
    assertThat(tree.host().out()).isEmpty();
    assertThat(tree.host().err())
        .isEqualTo("modprobe: NOTICE: module gone_mod is in the kernel; no file of it is known,"
            + " and none is needed\n");
    assertThat(tree.kernel().calls()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"gone_mod", "-n gone_mod", "-S 1.2.3 gone_mod", "-a gone_mod lone"})
  void saysNothingOfAModuleThatOnlyTheKernelKnows(String words) {
    tree.kernel().hasLoaded("gone_mod", "lone");
    if (words.startsWith("-S")) {
      tree.kernel().runs("1.2.3"); // which has no folder
    }

    assertThat(tree.run(words.split(" "))).isZero();
    assertThat(tree.host().outAndErr()).isEmpty();
  }

  @Test
  void failsForAModuleThatOnlyTheKernelKnowsIfItShouldBeTheFirstTime() {
    tree.kernel().hasLoaded("gone_mod");

    assertThat(tree.run("--first-time", "gone_mod")).isEqualTo(1);
    assertThat(tree.host().err())
        .isEqualTo("modprobe: ERROR: could not insert 'gone_mod': Module already in kernel\n");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"-D", "-R"})
  void whatIsShownIsWhatTheIndexKnows(String option) {
    tree.kernel().hasLoaded("gone_mod");

    assertThat(tree.run(option, "gone_mod")).isEqualTo(1);
    assertThat(tree.host().err())
        .isEqualTo("modprobe: FATAL: Module gone_mod not found in directory"
            + " /lib/modules/6.1.0-21-amd64\n");
  }

  @Test
  void waitsForAModuleThatOnlyTheKernelKnows() {
    tree.kernel().saysOf("gone_mod", ModuleState.COMING, ModuleState.COMING, ModuleState.LIVE);

    assertThat(tree.run("gone_mod")).isZero();
  }

  @Test
  void complainsOfOneThatDidNotComeIn() {
    tree.kernel().saysOf("gone_mod", ModuleState.COMING, ModuleState.COMING, ModuleState.ABSENT);

    assertThat(tree.run("gone_mod")).isEqualTo(1);
    assertThat(tree.host().err()).contains("Module gone_mod not found in directory");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"-a", "-Da", "-Ra", "-na"})
  void warnsOnceOfAPathThatDoesNotExist(String options) {
    int status = tree.run(options, "nosuch", "/etc/nosuch/x.conf");

    assertThat(status).isEqualTo(1);
    assertThat(tree.host().err()).isEqualTo("""
            modprobe: WARNING: Module nosuch not found in directory /lib/modules/6.1.0-21-amd64
            modprobe: WARNING: Failed to get module from path /etc/nosuch/x.conf: No such file or directory
            """);
  }
}
