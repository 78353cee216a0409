package org.moduletools.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LockProtocolTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final ProcFixture proc = new ProcFixture();
  private final FakeTime time = new FakeTime();
  private final TestFlock flock = new TestFlock();
  private final TestFlock turn = new TestFlock();
  private final LockProtocol protocol =
      new LockProtocol(proc.root(), time, file -> file.endsWith("proc/modules") ? flock : turn);
  private final List<String> heard = new ArrayList<>();

  private final LockListener listener = new HearingListener(time, heard);

  private ModulesLock take(LockMode mode, Duration patience) throws LockTimeoutException {
    return protocol.take(mode, patience, listener);
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(LockMode.class)
  void takesAFreeLockWithoutAWord(LockMode mode) throws LockTimeoutException {
    try (ModulesLock lock = take(mode, Duration.ZERO)) {
      assertThat(lock).isNotNull();
      assertThat(flock.held).isTrue();
    }

    assertThat(flock.closed).isTrue();
    assertThat(time.now()).isZero();
    assertThat(heard).isEmpty();
  }

  @Test
  void takesTheLockAsSoonAsItIsFree() throws LockTimeoutException {
    flock.free = false;
    proc.rootProcess(99, "rmmod");
    proc.locked(99, "WRITE");
    time.at(Duration.ofMillis(500), () -> flock.free = true);

    take(LockMode.SHARED, MINUTE);

    assertThat(flock.held).isTrue();
    assertThat(time.now()).isBetween(Duration.ofMillis(500), Duration.ofMillis(511));
    assertThat(heard).isEmpty();
  }

  @Test
  void saysOnceAfterASecondWhomItWaitsFor() throws LockTimeoutException {
    flock.free = false;
    proc.rootProcess(99, "rmmod");
    proc.locked(99, "WRITE");
    time.at(Duration.ofSeconds(30), () -> flock.free = true);

    take(LockMode.SHARED, MINUTE);

    assertThat(heard).containsExactly("1000 ms: waiting for [process 99 (rmmod, root)] for 60 s");
  }

  @Test
  void givesUpWhenPatienceEndsAndNamesTheHolder() {
    flock.free = false;
    proc.rootProcess(99, "rmmod");
    proc.locked(99, "WRITE");

    assertThatThrownBy(() -> take(LockMode.SHARED, MINUTE))
        .isInstanceOf(LockTimeoutException.class)
        .hasMessage("/proc/modules is locked by process 99 (rmmod, root)");
    assertThat(time.now()).isEqualTo(MINUTE);
    assertThat(flock.closed).isTrue();
  }

  @Test
  void doesNotWaitWithoutPatience() {
    flock.free = false;
    proc.rootProcess(99, "rmmod");
    proc.locked(99, "WRITE");

    assertThatThrownBy(() -> take(LockMode.SHARED, Duration.ZERO))
        .isInstanceOf(LockTimeoutException.class);
    assertThat(time.now()).isZero();
  }

  @Test
  void aHolderThatCannotBeSeenIsWaitedFor() {
    flock.free = false;

    assertThatThrownBy(() -> take(LockMode.SHARED, MINUTE))
        .hasMessage("/proc/modules is locked by a process that cannot be seen");
    assertThat(heard)
        .containsExactly("1000 ms: waiting for [a process that cannot be seen] for 60 s");
  }

  @Test
  void aNumberThatNowIsAnotherProcessIsNotWaitedFor() throws LockTimeoutException {
    flock.free = false;
    proc.userProcess(77, "spoiler");
    proc.inherited(77, 99, "WRITE");
    proc.locked(99, "WRITE");
    proc.rootProcess(99, "sshd");

    take(LockMode.SHARED, MINUTE);

    assertThat(heard).containsExactly("passing by [process 99 (gone, unknown)]");
  }

  @Test
  void isNotMisledIfLocksCannotBeRead() {
    flock.free = false;
    proc.remove("proc/locks");

    assertThatThrownBy(() -> take(LockMode.SHARED, MINUTE))
        .hasMessage("/proc/modules is locked by a process that cannot be seen");
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(LockMode.class)
  void passesByALockOfThePowerlessWithinASecond(LockMode mode) throws LockTimeoutException {
    flock.free = false;
    proc.userProcess(77, "spoiler");
    proc.locked(77, "WRITE");

    take(mode, MINUTE);

    assertThat(heard).containsExactly("passing by [process 77 (spoiler, user)]");
    assertThat(time.now()).isLessThan(Duration.ofMillis(200));
    assertThat(flock.held).isFalse();
  }

  @Test
  void passesByThePowerlessEvenWithoutPatience() throws LockTimeoutException {
    flock.free = false;
    proc.userProcess(77, "spoiler");
    proc.locked(77, "READ");

    take(LockMode.EXCLUSIVE, Duration.ZERO);

    assertThat(heard).containsExactly("passing by [process 77 (spoiler, user)]");
  }

  @Test
  void waitsForThePowerfulAmongThePowerless() throws LockTimeoutException {
    flock.free = false;
    proc.userProcess(77, "spoiler");
    proc.locked(77, "READ");
    proc.rootProcess(99, "modprobe");
    proc.locked(99, "READ");
    time.at(Duration.ofSeconds(5), () -> {
      proc.noLocks();
      proc.locked(77, "READ");
    });

    take(LockMode.EXCLUSIVE, MINUTE);

    assertThat(heard)
        .containsExactly(
            "1000 ms: waiting for [process 99 (modprobe, root)] for 60 s",
            "passing by [process 77 (spoiler, user)]");
    assertThat(time.now()).isBetween(Duration.ofSeconds(5), Duration.ofMillis(5700));
  }

  @Test
  void aLockThatGetsFreeAtTheLastMomentIsTaken() throws LockTimeoutException {
    flock.free = false;
    proc.rootProcess(99, "rmmod");
    proc.locked(99, "WRITE");
    time.at(MINUTE, () -> flock.free = true);

    take(LockMode.SHARED, MINUTE);

    assertThat(flock.held).isTrue();
  }

  @Test
  void doesNotPassByALockThatIsFreeByThen() throws LockTimeoutException {
    flock.free = false;
    flock.freeAfterTries = 2;
    proc.userProcess(77, "spoiler");
    proc.locked(77, "WRITE");

    take(LockMode.SHARED, Duration.ZERO);

    assertThat(flock.held).isTrue();
    assertThat(heard).isEmpty();
  }

  @Test
  void goesOnWithoutALockWhereThereIsNone() throws LockTimeoutException {
    flock.refusal = Errno.ENOENT.number();

    take(LockMode.SHARED, MINUTE).close();

    assertThat(heard).containsExactly("unavailable: flock: No such file or directory");
    assertThat(flock.closed).isTrue();
  }

  @Test
  void anInterruptEndsTheWait() {
    flock.free = false;
    proc.rootProcess(99, "rmmod");
    proc.locked(99, "WRITE");
    time.at(Duration.ofMillis(300), () -> Thread.currentThread().interrupt());

    assertThatThrownBy(() -> take(LockMode.SHARED, MINUTE))
        .isInstanceOf(LockTimeoutException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(time.now()).isLessThan(Duration.ofMillis(400));
  }

  @Test
  void aRemovalHasTheTurnWhileItWaits() throws LockTimeoutException {
    List<String> turns = new ArrayList<>();
    flock.free = false;
    turn.free = false;
    proc.rootProcess(99, "modprobe");
    proc.locked(99, "READ");
    time.at(Duration.ofMillis(200), () -> turn.free = true);
    time.at(Duration.ofMillis(300), () -> turns.add(turn.held + " " + turn.mode));
    time.at(Duration.ofMillis(500), () -> flock.free = true);

    take(LockMode.EXCLUSIVE, MINUTE);

    assertThat(turns).containsExactly("true EXCLUSIVE");
    assertThat(turn.closed).isTrue();
    assertThat(flock.held).isTrue();
    assertThat(time.now()).isLessThan(Duration.ofMillis(520));
  }

  @Test
  void aRemovalThatNeedNotWaitClaimsNoTurn() throws LockTimeoutException {
    take(LockMode.EXCLUSIVE, MINUTE);

    assertThat(turn.mode).isNull();
  }

  @Test
  void aRemovalWaitsWithoutATurnWhereThereIsNone() {
    flock.free = false;
    turn.refusal = Errno.EACCES.number();

    assertThatThrownBy(() -> take(LockMode.EXCLUSIVE, MINUTE))
        .hasMessage("/proc/modules is locked by a process that cannot be seen");
  }

  @Test
  void aRemovalThatGivesUpGivesItsTurnBack() {
    flock.free = false;

    assertThatThrownBy(() -> take(LockMode.EXCLUSIVE, MINUTE))
        .isInstanceOf(LockTimeoutException.class);

    assertThat(turn.mode).isEqualTo(LockMode.EXCLUSIVE);
    assertThat(turn.closed).isTrue();
  }

  @Test
  void aLoadLetsARemovalGoFirst() throws LockTimeoutException {
    turn.free = false;
    time.at(Duration.ofMillis(700), () -> turn.free = true);

    take(LockMode.SHARED, MINUTE);

    assertThat(flock.held).isTrue();
    assertThat(time.now()).isBetween(Duration.ofMillis(700), Duration.ofMillis(750));
    assertThat(heard).isEmpty();
  }

  @Test
  void thatCountsAsWaiting() {
    turn.free = false;
    flock.free = false;

    assertThatThrownBy(() -> take(LockMode.SHARED, MINUTE))
        .isInstanceOf(LockTimeoutException.class);
    assertThat(time.now()).isEqualTo(MINUTE);
  }

  @Test
  void aWaitForARemovalAndThenForTheLockIsToldOnce() {
    turn.free = false;
    flock.free = false;
    proc.rootProcess(99, "rmmod");
    proc.waitsToRemove(99);

    assertThatThrownBy(() -> take(LockMode.SHARED, MINUTE))
        .isInstanceOf(LockTimeoutException.class);
    assertThat(heard).containsExactly("1000 ms: waiting for [process 99 (rmmod, root)] for 60 s");
  }
}
