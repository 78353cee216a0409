package org.moduletools.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TurnstileTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration COURTESY = Duration.ofSeconds(10);

  private final ProcFixture proc = new ProcFixture();
  private final FakeTime time = new FakeTime();
  private final TestFlock turn = new TestFlock();
  private final Turnstile turnstile = new Turnstile(proc.root(), time, file -> turn);

  @Test
  void aLoadDoesNotWaitIfNobodyRemoves() {
    assertThat(turnstile.letRemovalsGoFirst(MINUTE)).isEqualTo(MINUTE);
    assertThat(turn.mode).isEqualTo(LockMode.SHARED);
    assertThat(turn.closed).isTrue();
  }

  @Test
  void aLoadWaitsForARemoval() {
    turn.free = false;
    time.at(Duration.ofMillis(500), () -> turn.free = true);

    assertThat(turnstile.letRemovalsGoFirst(MINUTE)).isEqualTo(MINUTE.minusMillis(500));
    assertThat(turn.closed).isTrue();
  }

  @Test
  void aLoadDoesNotWaitForEver() {
    turn.free = false;

    assertThat(turnstile.letRemovalsGoFirst(MINUTE)).isEqualTo(MINUTE.minus(COURTESY));
  }

  @Test
  void aLoadDoesNotWaitLongerThanItsPatience() {
    turn.free = false;

    assertThat(turnstile.letRemovalsGoFirst(Duration.ofMillis(300))).isZero();
    assertThat(turnstile.letRemovalsGoFirst(Duration.ZERO)).isZero();
    assertThat(time.now()).isEqualTo(Duration.ofMillis(300));
  }

  @Test
  void anInterruptEndsTheWait() {
    turn.free = false;
    time.at(Duration.ofMillis(100), () -> Thread.currentThread().interrupt());

    turnstile.letRemovalsGoFirst(MINUTE);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(time.now()).isEqualTo(Duration.ofMillis(100));
  }

  @Test
  void aLoadDoesNotWaitWhereThereIsNoTurnstile() {
    turn.refusal = Errno.EACCES.number();

    assertThat(turnstile.letRemovalsGoFirst(MINUTE)).isEqualTo(MINUTE);
  }

  @Test
  void whatTheKernelAsksForDoesNotWait() {
    proc.rootProcess(2, "kthreadd");
    proc.started(0, 2);
    proc.started(2, ProcFixture.SELF);
    turn.free = false;

    assertThat(turnstile.letRemovalsGoFirst(MINUTE)).isEqualTo(MINUTE);
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

    assertThat(turnstile.letRemovalsGoFirst(MINUTE)).isEqualTo(MINUTE);
  }

  @Test
  void whatAUserAsksForWaits() {
    proc.rootProcess(1, "init");
    proc.started(0, 1);
    proc.rootProcess(60, "sh");
    proc.started(1, 60);
    proc.started(60, ProcFixture.SELF);
    turn.free = false;

    assertThat(turnstile.letRemovalsGoFirst(MINUTE)).isEqualTo(MINUTE.minus(COURTESY));
  }
}
