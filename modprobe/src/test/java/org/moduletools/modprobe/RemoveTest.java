package org.moduletools.modprobe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.moduletools.kernel.Errno;
import org.moduletools.kernel.ModuleState;

/** Removing, on a kernel that watches over the lock. */
class RemoveTest {

  private final TestTree tree = new TestTree();

  @Test
  void removesTheWholeUnusedChainUsersFirst() {
    tree.kernel().hasLoaded("base_mod", "mid", "top");

    int status = tree.run("-r", "top");

    assertThat(status).isZero();
    assertThat(tree.kernel().calls())
        .containsExactly(
            "lock exclusive",
            "remove top [NO_WAIT]",
            "remove mid [NO_WAIT]",
            "remove base_mod [NO_WAIT]",
            "unlock");
  }

  @Test
  void leavesADependencyThatAnotherModuleUses() {
    tree.kernel().hasLoaded("base_mod", "mid", "top", "other");

    tree.run("-r", "top");

    assertThat(tree.kernel().hasInMemory("base_mod")).isTrue();
    assertThat(tree.kernel().hasInMemory("mid")).isFalse();
  }

  @Test
  void refusesAModuleInUse() {
    tree.kernel().hasLoaded("base_mod", "other");

    int status = tree.run("-r", "base-mod");

    assertThat(status).isEqualTo(1);
    assertThat(tree.host().errWithoutNotes())
        .isEqualTo("modprobe: FATAL: Module base_mod is in use.\n");
  }

  @Test
  void removesSeveralModulesInAnyOrder() {
    tree.kernel().hasLoaded("base_mod", "other", "lone");

    int status = tree.run("-r", "base_mod", "lone", "other");

    assertThat(status).isZero();
    assertThat(tree.kernel().calls())
        .filteredOn(call -> call.startsWith("remove"))
        .containsExactly(
            "remove lone [NO_WAIT]", "remove other [NO_WAIT]", "remove base_mod [NO_WAIT]");
  }

  @Test
  void namesAModuleInUseWhenTheOthersAreGone() {
    tree.kernel().hasLoaded("base_mod", "other", "lone");

    int status = tree.run("-r", "base_mod", "lone");

    assertThat(status).isEqualTo(1);
    assertThat(tree.host().errWithoutNotes())
        .isEqualTo("modprobe: FATAL: Module base_mod is in use.\n");
    assertThat(tree.kernel().hasInMemory("lone")).isFalse();
  }

  @Test
  void goesOnAfterAModuleInUseWithAll() {
    tree.kernel().hasLoaded("base_mod", "other", "lone");

    int status = tree.run("-r", "-a", "base_mod", "lone");

    assertThat(status).isEqualTo(1);
    assertThat(tree.host().errWithoutNotes())
        .isEqualTo("modprobe: WARNING: Module base_mod is in use.\n");
    assertThat(tree.kernel().hasInMemory("lone")).isFalse();
  }

  @Test
  void isContentWithAModuleThatIsNotLoaded() {
    assertThat(tree.run("-r", "lone")).isZero();
    assertThat(tree.host().err()).isEmpty();
  }

  @Test
  void failsForAModuleThatIsNotLoadedIfItShouldBeTheFirstTime() {
    assertThat(tree.run("-r", "--first-time", "lone")).isEqualTo(1);
    assertThat(tree.host().err()).isEqualTo("modprobe: FATAL: Module lone is not in kernel.\n");
  }

  @Test
  void refusesAPartOfTheKernel() {
    assertThat(tree.run("-r", "built")).isEqualTo(1);
    assertThat(tree.host().err()).isEqualTo("modprobe: FATAL: Module built is builtin.\n");
  }

  @Test
  void removesThoseThatUseTheModuleFirstIfAsked() {
    tree.kernel().hasLoaded("base_mod", "mid", "top", "other");

    int status = tree.run("--remove-holders", "base_mod");

    assertThat(status).isZero();
    assertThat(tree.kernel().hasInMemory("base_mod")).isFalse();
    assertThat(tree.kernel().hasInMemory("top")).isFalse();
  }

  @Test
  void removesSoftdepsAroundTheModuleLastFirst() {
    tree.config("softdep other pre: lone post: mid\n");
    tree.kernel().hasLoaded("base_mod", "mid", "other", "lone");

    tree.run("-r", "other");

    assertThat(tree.kernel().calls())
        .filteredOn(call -> call.startsWith("remove"))
        .containsExactly(
            "remove mid [NO_WAIT]",
            "remove other [NO_WAIT]",
            "remove base_mod [NO_WAIT]",
            "remove lone [NO_WAIT]");
  }

  @Test
  void runsARemoveCommandInsteadAndWithoutTheLock() {
    tree.config("remove lone /bin/bye $CMDLINE_OPTS\n");
    tree.kernel().hasLoaded("lone");
    tree.machine().plays("/bin/bye ", variables -> 0);

    int status = tree.run("-r", "lone");

    assertThat(status).isZero();
    assertThat(tree.kernel().calls()).containsExactly("command /bin/bye ");
  }

  @Test
  void failsIfARemoveCommandFails() {
    tree.config("remove lone /bin/no\n");
    tree.kernel().hasLoaded("lone");
    tree.machine().plays("/bin/no", variables -> 1);

    assertThat(tree.run("-r", "lone")).isEqualTo(1);
    assertThat(tree.host().err())
        .isEqualTo("modprobe: FATAL: Error running remove command for lone\n");
  }

  @Test
  void triesAsLongAsItMayWait() {
    tree.kernel().hasLoaded("lone");
    tree.kernel().refusesToRemove("lone", Errno.EAGAIN, Errno.EAGAIN, Errno.EAGAIN);

    int status = tree.run("-r", "-w", "1000", "lone");

    assertThat(status).isZero();
    assertThat(tree.kernel().hasInMemory("lone")).isFalse();
  }

  @Test
  void saysWhyTheKernelRefuses() {
    tree.kernel().hasLoaded("lone");
    tree.kernel().refusesToRemove("lone", Errno.EPERM);

    assertThat(tree.run("-r", "lone")).isEqualTo(1);
    assertThat(tree.host().err())
        .isEqualTo("modprobe: ERROR: could not remove 'lone': Operation not permitted\n");
  }

  @Test
  void findsUsersByModulesDepWhereTheKernelDoesNotTell() {
    tree.kernel().hasLoaded("base_mod", "other");
    tree.kernel().keepsNoCounts();

    int status = tree.run("-v", "-r", "base_mod");

    assertThat(status).isEqualTo(1);
    assertThat(tree.host().err()).isEqualTo("""
            modprobe: NOTICE: the kernel does not list the users of base_mod; by modules.dep it is [other]
            modprobe: FATAL: Module base_mod is in use.
            """);
  }

  @Test
  void endsWhereSoftdepsGoInACircleInADryRun() {
    tree.config("softdep lone post: other\nsoftdep other post: lone\n");

    int status = tree.run("-r", "-D", "lone");

    assertThat(status).isZero();
    assertThat(tree.host().out()).isEqualTo("rmmod other\nrmmod lone\n");
  }

  @Test
  void saysThatSoftdepsLeadTooFar() {
    StringBuilder lines = new StringBuilder("remove m* /bin/true\n");
    for (int i = 0; i < 2500; i++) {
      lines.append("alias m" + i + " m" + i + "\n");
      lines.append("softdep m" + i + " post: m" + (i + 1) + "\n");
    }
    tree.config(lines.toString());

    int status = tree.run("-r", "-D", "m0");

    assertThat(status).isEqualTo(1);
    assertThat(tree.host().err())
        .isEqualTo(
            "modprobe: FATAL: Module m500 is reached by 500 softdeps in a row; shorten them.\n");
  }

  @Test
  void printsEachLineBeforeItsAction() {
    tree.config("softdep top post: lone\nremove lone /bin/bye\n");
    tree.kernel().hasLoaded("base_mod", "mid", "top", "lone");
    tree.machine().plays("/bin/bye", variables -> 0);
    List<String> seen = new ArrayList<>();
    tree.kernel().isWatchedBy(call -> seen.add(call + " after " + tree.host().out()));

    tree.run("-rv", "top");

    assertThat(seen)
        .containsSubsequence(
            "command /bin/bye after remove /bin/bye\n",
            "remove top [NO_WAIT] after remove /bin/bye\nrmmod top\n",
            "remove mid [NO_WAIT] after remove /bin/bye\nrmmod top\nrmmod mid\n");
  }

  @Test
  void saysAfterASecondThatItWaitsForAModuleInUse() {
    tree.kernel().hasLoaded("lone");
    tree.kernel().uses("lone", 1);

    int status = tree.run("-r", "-w", "5000", "lone");

    assertThat(status).isEqualTo(1);
    assertThat(tree.machine().time().now()).isEqualTo(Duration.ofSeconds(5));
    assertThat(tree.host().errWithoutNotes()).isEqualTo("""
            modprobe: WARNING: waiting for module lone, which is in use, for 5 seconds at most
            modprobe: ERROR: could not remove 'lone': Resource temporarily unavailable
            """);
  }

  @Test
  void takesTheShortestFormOfWaitThatKmodTakes() {
    tree.kernel().hasLoaded("lone");

    assertThat(tree.run("-r", "--w", "x", "lone")).isEqualTo(1);
    assertThat(tree.host().err()).isEqualTo("modprobe: ERROR: unexpected wait value 'x'.\n");
    assertThat(tree.run("-r", "--w=5", "lone")).isZero();
  }

  @Test
  void waitsOnceForAModuleThatStaysOnItsWay() {
    tree.kernel().saysOf("lone", ModuleState.COMING);
    tree.kernel().refusesToRemove("lone", Errno.EBUSY);

    int status = tree.run("-r", "lone");

    assertThat(status).isEqualTo(1);
    assertThat(tree.machine().time().now()).isEqualTo(Duration.ofSeconds(30));
    assertThat(tree.host().err()).isEqualTo("""
            modprobe: WARNING: waiting for module lone, which is being loaded, for 30 seconds at most
            modprobe: WARNING: module lone is still being loaded; the kernel is asked all the same
            modprobe: ERROR: could not remove 'lone': Device or resource busy
            """);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "a: b        | b: a        | c:",
        "a:          | b: a c      | c: a b",
        "a: b c      | b: c a      | c: a b",
      })
  void comesToAnEndWhereModulesUseEachOtherByModulesDep(String a, String b, String c) {
    tree.file(
        TestTree.DIRECTORY + "modules.dep",
        (a + "\n" + b + "\n" + c + "\n").replaceAll("([abc])", "kernel/$1.ko"));
    tree.kernel().hasLoaded("a", "b", "c");
    tree.kernel().keepsNoCounts();

    int status = tree.run("--remove-holders", "a");

    assertThat(status).isZero();
    assertThat(tree.kernel().hasInMemory("a")).isFalse();
    assertThat(tree.kernel().hasInMemory("b")).isFalse();
  }

  @Test
  void removesAModuleThatOnlyTheKernelKnowsWithWhatItAloneUsed() {
    tree.kernel().knows("gone_top", "gone_mid");
    tree.kernel().knows("gone_mid", "gone_base", "base_mod");
    tree.kernel().hasLoaded("base_mod", "gone_base", "gone_mid", "gone_top", "other");

    int status = tree.run("-rv", "gone-top");

    assertThat(status).isZero();
    assertThat(tree.host().out()).isEqualTo("rmmod gone_top\nrmmod gone_mid\nrmmod gone_base\n");
    assertThat(tree.kernel().hasInMemory("base_mod")).isTrue();
    assertThat(tree.kernel().hasInMemory("gone_base")).isFalse();
  }

  @Test
  void removesModulesThatOnlyTheKernelKnowsInAnyOrder() {
    tree.kernel().knows("gone_top", "gone_base");
    tree.kernel().hasLoaded("gone_base", "gone_top");

    assertThat(tree.run("-r", "gone_base", "gone_top")).isZero();
    assertThat(tree.host().err()).isEmpty();
  }

  @Test
  void refusesAModuleInUseThatOnlyTheKernelKnows() {
    tree.kernel().uses("gone_mod", 1);

    assertThat(tree.run("-r", "gone_mod")).isEqualTo(1);
    assertThat(tree.host().errWithoutNotes())
        .isEqualTo("modprobe: FATAL: Module gone_mod is in use.\n");
  }

  @Test
  void removesByNameWhereThereIsNoFolderOfModules() {
    tree.kernel().runs("1.2.3");
    tree.kernel().hasLoaded("lone");

    assertThat(tree.run("-r", "lone")).isZero();
    assertThat(tree.kernel().hasInMemory("lone")).isFalse();
    assertThat(tree.run("-r", "lone")).isEqualTo(1);
    assertThat(tree.host().errWithoutNotes())
        .isEqualTo("modprobe: FATAL: Module lone not found.\n");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"[", "a]", "[b"})
  void goesOnAfterABracketWithoutAPartnerWithNoMoreThanANote(String name) {
    tree.kernel().hasLoaded("lone");

    assertThat(tree.run("-r", name, "lone")).isEqualTo(1);
    assertThat(tree.kernel().hasInMemory("lone")).isFalse();
    assertThat(tree.host().err())
        .isEqualTo("modprobe: NOTE: '" + name + "' is no name: a [ or ] in it has no partner\n");
  }

  @Test
  void refusesAPartOfTheKernelThatOnlyTheKernelKnows() {
    tree.kernel().saysOf("gone_mod", ModuleState.BUILTIN);

    assertThat(tree.run("-r", "gone_mod")).isEqualTo(1);
    assertThat(tree.host().err()).isEqualTo("modprobe: FATAL: Module gone_mod is builtin.\n");
  }

  @Test
  void isContentWithAPartOfTheKernelThatIsAModuleElsewhere() {
    tree.kernel().saysOf("lone", ModuleState.BUILTIN);

    assertThat(tree.run("-r", "lone")).isZero();
    assertThat(tree.host().err()).isEmpty();
  }
}
