package org.moduletools.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.moduletools.kernel.FakeKernel;
import org.moduletools.kernel.FakeTime;
import org.moduletools.kernel.ModuleState;
import org.moduletools.module.ModuleName;

class TransitionTest {

  private static final ModuleName DUMMY = new ModuleName("dummy");

  private final FakeKernel kernel = new FakeKernel();
  private final FakeTime time = new FakeTime();
  private final List<String> heard = new ArrayList<>();
  private final Transition transition =
      new Transition(kernel, time, Transition.PATIENCE, this::hear);

  private void hear(String warning) {
    heard.add(time.now().toMillis() / 100 * 100 + " ms: " + warning);
  }

  @Test
  void waitsUntilTheModuleIsIn() {
    kernel.saysOf("dummy", ModuleState.COMING, ModuleState.COMING, ModuleState.LIVE);

    assertThat(transition.settled(DUMMY)).isEqualTo(ModuleState.LIVE);
    assertThat(heard).isEmpty();
  }

  @Test
  void givesUpWhenPatienceEnds() {
    kernel.saysOf("dummy", ModuleState.GOING);

    assertThat(transition.settled(DUMMY)).isEqualTo(ModuleState.GOING);
    assertThat(time.now()).isEqualTo(Transition.PATIENCE);
  }

  @Test
  void saysOnceAfterASecondWhatItWaitsForAndHowLong() {
    kernel.saysOf("dummy", ModuleState.COMING);
    time.at(Duration.ofSeconds(20), () -> kernel.saysOf("dummy", ModuleState.LIVE));

    transition.settled(DUMMY);

    assertThat(heard)
        .containsExactly(
            "1000 ms: waiting for module dummy, which is being loaded, for 30 seconds at most");
  }

  @Test
  void allWaitsOfARunHaveOneEnd() {
    kernel.saysOf("dummy", ModuleState.COMING);
    kernel.saysOf("other", ModuleState.GOING);
    time.at(Duration.ofMillis(24_500), () -> kernel.saysOf("dummy", ModuleState.LIVE));

    transition.settled(DUMMY);
    transition.settled(new ModuleName("other"));
    transition.settled(new ModuleName("other"));

    assertThat(time.now()).isEqualTo(Transition.PATIENCE);
    assertThat(heard)
        .containsExactly(
            "1000 ms: waiting for module dummy, which is being loaded, for 30 seconds at most",
            "25500 ms: waiting for module other, which is being removed, for 6 seconds at most",
            "30000 ms: module other is still being removed; the kernel is asked all the same");
  }

  @Test
  void doesNotWaitWithoutPatience() {
    kernel.saysOf("dummy", ModuleState.COMING);

    ModuleState state = new Transition(kernel, time, Duration.ZERO, this::hear).settled(DUMMY);

    assertThat(state).isEqualTo(ModuleState.COMING);
    assertThat(time.now()).isZero();
    assertThat(heard).isEmpty();
  }

  @Test
  void anInterruptEndsTheWait() {
    kernel.saysOf("dummy", ModuleState.COMING);
    time.at(Duration.ofMillis(300), () -> Thread.currentThread().interrupt());

    transition.settled(DUMMY);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(time.now()).isLessThan(Duration.ofMillis(500));
  }
}
