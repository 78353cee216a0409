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
    return turnstile.letRemovalsGoFirst(patience, new HearingListener(time, heard));
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

    assertThat(heard).containsExactly("1000 ms: waiting for [process 99 (rmmod, root)]");
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

  @Test
  void whatTheKernelAsksForDoesNotWait() {
    proc.rootProcess(2, "kthreadd");
    proc.started(0, 2);
    proc.started(2, ProcFixture.SELF);
    turn.free = false;

    assertThat(letRemovalsGoFirst(MINUTE)).isEqualTo(MINUTE);
  }

  @Test
  void norDoesACommandOfThat() {
    proc.rootProcess(2, "kthreadd");
    proc.started(0, 2);
    proc.rootProcess(70, "modprobe");
    proc.started(2, 70);
    proc.rootProcess(60, "sh");
    proc.started(70, 60);
    proc.started(60, ProcFixture.SELF);
    turn.free = false;

    assertThat(letRemovalsGoFirst(MINUTE)).isEqualTo(MINUTE);
  }

  @Test
  void whatAUserAsksForWaits() {
    proc.rootProcess(1, "init");
    proc.started(0, 1);
    proc.rootProcess(60, "sh");
    proc.started(1, 60);
    proc.started(60, ProcFixture.SELF);
    turn.free = false;

    assertThat(letRemovalsGoFirst(MINUTE)).isEqualTo(MINUTE.minus(COURTESY));
  }
}
