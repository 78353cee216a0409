package org.moduletools.loading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.moduletools.kernel.FakeKernel;
import org.moduletools.kernel.FakeTime;
import org.moduletools.kernel.ModuleState;
import org.moduletools.module.ModuleName;

class TransitionTest {

  private static final ModuleName DUMMY = new ModuleName("dummy");

  private final FakeKernel kernel = new FakeKernel();
  private final FakeTime time = new FakeTime();

  @Test
  void waitsUntilTheModuleIsIn() {
    kernel.saysOf("dummy", ModuleState.COMING, ModuleState.COMING, ModuleState.LIVE);

    assertThat(new Transition(kernel, time).settled(DUMMY)).isEqualTo(ModuleState.LIVE);
  }

  @Test
  void givesUpWhenPatienceEnds() {
    kernel.saysOf("dummy", ModuleState.GOING);

    assertThat(new Transition(kernel, time).settled(DUMMY)).isEqualTo(ModuleState.GOING);
    assertThat(time.now()).isGreaterThanOrEqualTo(Transition.PATIENCE);
  }
}
