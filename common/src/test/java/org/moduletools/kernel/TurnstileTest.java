package org.moduletools.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnstileTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration COURTESY = Duration.ofSeconds(20);

  private final ProcFixture proc = new ProcFixture();
  private final FakeTime time = new FakeTime();
  private final TestFlock turn = new TestFlock();
  private final Turnstile turnstile =
      new Turnstile(proc.root(), time, file -> turn, new LockHolders(proc.root()));
  private final List<String> heard = new ArrayList<>();

  private Duration letRemovalsGoFirst(Duration patience) {
    return turnstile.letRemovalsGoFirst(
        patience, new WaitNotice(time, new HearingListener(time, heard), patience));
  }

  @Test
  void aLoadDoesNotWaitIfNobodyRemoves() {
    assertThat(letRemovalsGoFirst(MINUTE)).isEqualTo(MINUTE);
    assertThat(heard).isEmpty();
    assertThat(turn.mode).isEqualTo(LockMode.SHARED);
    assertThat(turn.closed).isTrue();
  }

  @Test
  void aLoadWaitsForARemoval() {
    turn.free = false;
    time.at(Duration.ofMillis(500), () -> turn.free = true);

    assertThat(letRemovalsGoFirst(MINUTE)).isEqualTo(MINUTE.minusMillis(500));
    assertThat(turn.closed).isTrue();
  }

  @Test
  void aLoadWaitsForAThirdOfItsPatienceAtMost() {
    turn.free = false;

    assertThat(letRemovalsGoFirst(MINUTE)).isEqualTo(MINUTE.minus(COURTESY));
    assertThat(letRemovalsGoFirst(Duration.ZERO)).isZero();
    assertThat(time.now()).isEqualTo(COURTESY);
  }

  @Test
  void aLoadSaysOnceAfterASecondWhoseRemovalItIs() {
    turn.free = false;
    proc.rootProcess(99, "rmmod");
    proc.waitsToRemove(99);

    letRemovalsGoFirst(MINUTE);

    assertThat(heard).containsExactly("1000 ms: waiting for [process 99 (rmmod, root)] for 60 s");
  }

  @Test
  void anInterruptEndsTheWait() {
    turn.free = false;
    time.at(Duration.ofMillis(100), () -> Thread.currentThread().interrupt());

    letRemovalsGoFirst(MINUTE);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(time.now()).isEqualTo(Duration.ofMillis(100));
  }

  @Test
  void aLoadDoesNotWaitWhereThereIsNoTurnstile() {
    turn.refusal = Errno.EACCES.number();

    assertThat(letRemovalsGoFirst(MINUTE)).isEqualTo(MINUTE);
  }

  /**
   * Lets the first of {@code ancestors} have started this process, and each next one the former.
   */
  private void startedBy(int... ancestors) {
    int child = ProcFixture.SELF;
    for (int parent : ancestors) {
      proc.started(parent, child);
      proc.rootProcess(parent, "ancestor");
      child = parent;
    }
    proc.started(0, child);
  }

  @Test
  void whatTheKernelAsksForDoesNotWait() {
    startedBy(2);
    turn.free = false;

    assertThat(letRemovalsGoFirst(MINUTE)).isEqualTo(MINUTE);
  }

  @Test
  void norDoesACommandOfThat() {
    startedBy(60, 70, 2);
    turn.free = false;

    assertThat(letRemovalsGoFirst(MINUTE)).isEqualTo(MINUTE);
  }

  @Test
  void whatAUserAsksForWaits() {
    startedBy(60, 1);
    turn.free = false;

    assertThat(letRemovalsGoFirst(MINUTE)).isEqualTo(MINUTE.minus(COURTESY));
  }
}
