package org.moduletools.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moduletools.kernel.ProcLocks.Held;

class LockHoldersTest {

  private static final String ALL = "000001ffffffffff";
  private static final String SYS_MODULE_ONLY = "0000000000010000";
  private static final String ALL_BUT_SYS_MODULE = "000001fffffeffff";
  private static final String OURS = "user:[4026531837]";

  private final ProcFixture proc = new ProcFixture();

  private List<LockHolder> inTheWayOf(LockMode wanted) throws IOException {
    return new LockHolders(proc.root()).inTheWayOf(wanted, proc.modules());
  }

  private boolean isPowerful() throws IOException {
    return inTheWayOf(LockMode.EXCLUSIVE).get(0).powerful();
  }

  @Test
  void namesProcessCommandAndUser() throws IOException {
    proc.rootProcess(99, "rmmod");
    proc.locked(99, "WRITE");

    assertThat(inTheWayOf(LockMode.SHARED))
        .containsExactly(new LockHolder(99, "rmmod", "root", true));
    assertThat(inTheWayOf(LockMode.SHARED).get(0)).hasToString("process 99 (rmmod, root)");
  }

  @ParameterizedTest(name = "{0} held, {1} wanted: {2}")
  @CsvSource({
    "READ, SHARED, false",
    "READ, EXCLUSIVE, true",
    "WRITE, SHARED, true",
    "WRITE, EXCLUSIVE, true",
  })
  void onlySharedStandsBesideShared(String held, LockMode wanted, boolean inTheWay)
      throws IOException {
    proc.rootProcess(99, "modprobe");
    proc.locked(99, held);

    assertThat(inTheWayOf(wanted)).hasSize(inTheWay ? 1 : 0);
  }

  @Test
  void oneThatWaitsIsNotInTheWay() throws IOException {
    proc.rootProcess(99, "modprobe");
    proc.waiting(99, "WRITE");

    assertThat(inTheWayOf(LockMode.EXCLUSIVE)).isEmpty();
  }

  @Test
  void locksOnOtherFilesAreNotInTheWay() throws IOException {
    proc.rootProcess(99, "modprobe");
    proc.write("proc/locks", "1: FLOCK  ADVISORY  WRITE 99 fe:01:123456 0 EOF\n");

    assertThat(inTheWayOf(LockMode.EXCLUSIVE)).isEmpty();
  }

  @ParameterizedTest(name = "user {0}, capabilities {1}, {2}: {3}")
  @CsvSource({
    // An ordinary root process, one of a service that was granted the capability, a user's.
    "0, " + ALL + ", " + OURS + ", true",
    "1000, " + SYS_MODULE_ONLY + ", " + OURS + ", true",
    "1000, 0000000000000000, " + OURS + ", false",
    // The root of a container: without the capability, or in a user namespace of its own.
    "0, " + ALL_BUT_SYS_MODULE + ", " + OURS + ", false",
    "100000, " + ALL + ", user:[4026532999], false",
    // What makes no sense is not trusted to be powerless.
    "0, nonsense, " + OURS + ", true",
  })
  void powerIsTheCapabilityInTheFirstUserNamespace(
      String uid, String capabilities, String namespace, boolean powerful) throws IOException {
    proc.process(99, "x", uid + "\t" + uid + "\t0\t0", capabilities, namespace);
    proc.locked(99, "WRITE");

    assertThat(isPowerful()).isEqualTo(powerful);
  }

  @Test
  void aSetUserIdProgramIsNoBetterThanWhoStartedIt() throws IOException {
    proc.process(99, "su", "1000\t0\t0\t0", ALL, OURS);
    proc.locked(99, "WRITE");

    assertThat(isPowerful()).isFalse();
  }

  @ParameterizedTest(name = "user {0}: {1}")
  @CsvSource({"0, true", "1000, false"})
  void withoutCapabilitiesInStatusTheUserDecides(String uid, boolean powerful) throws IOException {
    proc.rootProcess(99, "x");
    proc.write("proc/99/status", "Uid:\t" + uid + "\t" + uid + "\n");
    proc.locked(99, "WRITE");

    assertThat(isPowerful()).isEqualTo(powerful);
  }

  @Test
  void aNamespaceThatMayNotBeReadCountsAsOurs() throws IOException {
    proc.rootProcess(99, "x");
    proc.remove("proc/99/ns/user");
    proc.locked(99, "WRITE");

    assertThat(isPowerful()).isTrue();
  }

  @Test
  void aHolderThatVanishesMayHaveBeenAnybody() throws IOException {
    proc.rootProcess(99, "x");
    proc.remove("proc/99/status");
    proc.remove("proc/99/comm");
    proc.locked(99, "WRITE");

    assertThat(inTheWayOf(LockMode.SHARED))
        .containsExactly(new LockHolder(99, "unknown", "unknown", true));
  }

  @Test
  void findsTheShellThatHoldsOnAfterTheOneThatAskedIsGone() throws IOException {
    proc.rootProcess(50, "sh");
    proc.rootProcess(51, "udevd");
    proc.inherited(50, 99, "WRITE");
    proc.locked(99, "WRITE");

    assertThat(inTheWayOf(LockMode.SHARED)).containsExactly(new LockHolder(50, "sh", "root", true));
  }

  @Test
  void onlyThePowerlessHoldOnAfterTheOneThatAskedIsGone() throws IOException {
    proc.userProcess(50, "sh");
    proc.rootProcess(51, "udevd");
    proc.inherited(50, 99, "WRITE");
    proc.locked(99, "WRITE");

    assertThat(inTheWayOf(LockMode.SHARED))
        .containsExactly(new LockHolder(99, "gone", "unknown", false));
  }

  @Test
  void aProcessThatGotTheNumberOfTheOneThatAskedIsNotTheHolder() throws IOException {
    proc.userProcess(50, "sh");
    proc.inherited(50, 99, "WRITE");
    proc.locked(99, "WRITE");
    proc.rootProcess(99, "sshd");

    assertThat(inTheWayOf(LockMode.SHARED))
        .containsExactly(new LockHolder(99, "gone", "unknown", false));
  }

  @Test
  void aProcessWhoseDescriptorsMayNotBeReadIsBelieved() throws IOException {
    proc.rootProcess(99, "rmmod");
    proc.remove("proc/99/fdinfo/0");
    proc.remove("proc/99/fdinfo");
    proc.write("proc/locks", proc.lockLine(99, "WRITE"));

    assertThat(inTheWayOf(LockMode.SHARED))
        .containsExactly(new LockHolder(99, "rmmod", "root", true));
  }

  @Test
  void aProcessIsNamedOnceHoweverManyLocksItHas() throws IOException {
    proc.userProcess(50, "flood");
    proc.locked(50, "READ");
    proc.locked(50, "READ");
    proc.locked(99, "READ");
    proc.locked(99, "READ");

    assertThat(inTheWayOf(LockMode.EXCLUSIVE))
        .containsExactly(
            new LockHolder(50, "flood", "user", false),
            new LockHolder(99, "gone", "unknown", false));
  }

  @Test
  void aMessageNamesFiveHoldersAtMost() {
    List<LockHolder> holders = new ArrayList<>();
    for (int pid = 1; pid <= 7; pid++) {
      holders.add(new LockHolder(pid, "x", "user", false));
    }

    assertThat(LockHolder.names(holders))
        .isEqualTo("process 1 (x, user), process 2 (x, user), process 3 (x, user),"
            + " process 4 (x, user), process 5 (x, user) and 2 more");
    assertThat(LockHolder.names(holders.subList(0, 2)))
        .isEqualTo("process 1 (x, user), process 2 (x, user)");
  }

  @Test
  void nobodyHoldsALockThatWasGivenBackWhileItsHolderWasLookedFor() throws IOException {
    Held held = new Held(LockMode.EXCLUSIVE, 99, proc.modules());
    Iterator<List<Held>> reads = List.of(List.of(held), List.<Held>of()).iterator();

    LockHolders holders = new LockHolders(proc.root(), reads::next);

    assertThat(holders.inTheWayOf(LockMode.SHARED, proc.modules())).isEmpty();
  }

  @Test
  void aCommandCannotWriteToTheTerminal() throws IOException {
    proc.rootProcess(99, "a\u001b[2Jb\tc\u00c3\u00a9"); // e acute in UTF-8
    proc.locked(99, "WRITE");

    assertThat(inTheWayOf(LockMode.SHARED).get(0).command()).isEqualTo("a?[2Jb?c??");
  }

  @Test
  void aUserWithoutNameKeepsTheNumber() throws IOException {
    proc.process(99, "x", "77\t77\t77\t77", SYS_MODULE_ONLY, OURS);
    proc.locked(99, "WRITE");

    assertThat(inTheWayOf(LockMode.SHARED).get(0).user()).isEqualTo("77");
  }

  @Test
  void saysSoIfTheLocksCannotBeRead() {
    proc.remove("proc/locks");

    assertThatThrownBy(() -> inTheWayOf(LockMode.SHARED)).isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void onePowerfulHolderAmongOthersIsReasonToWait() {
    proc.userProcess(77, "spoiler");
    proc.locked(77, "READ");
    proc.rootProcess(99, "modprobe");
    proc.locked(99, "READ");

    assertThat(areSurelyPowerful(LockMode.EXCLUSIVE)).isTrue();
    assertThat(areSurelyPowerful(LockMode.SHARED)).isFalse();
  }

  @Test
  void powerlessAndGoneHoldersAreNoReasonToWait() {
    proc.userProcess(77, "spoiler");
    proc.locked(77, "WRITE");
    proc.locked(98, "WRITE");

    assertThat(areSurelyPowerful(LockMode.SHARED)).isFalse();
  }

  @Test
  void aPowerfulProcessWithTheNumberOfOneThatIsGoneIsNoReasonToWait() {
    proc.locked(99, "WRITE");
    proc.rootProcess(99, "sshd");

    assertThat(areSurelyPowerful(LockMode.SHARED)).isFalse();
  }

  @Test
  void noneIsSurelyPowerfulIfLocksCannotBeRead() {
    proc.remove("proc/locks");

    assertThat(areSurelyPowerful(LockMode.SHARED)).isFalse();
  }

  private boolean areSurelyPowerful(LockMode wanted) {
    return new LockHolders(proc.root())
        .areSurelyPowerful(wanted, proc.root().resolve("proc/modules"));
  }
}
