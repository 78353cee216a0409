package org.moduletools.loading;

import java.time.Duration;
import org.moduletools.kernel.Kernel;
import org.moduletools.kernel.ModuleState;
import org.moduletools.kernel.TimeSource;
import org.moduletools.module.ModuleName;

/** Waits for a module that is on its way into the kernel or out of it. */
public final class Transition {

  /**
   * How long at most: as long as the kernel itself waits for a module whose symbol is needed
   * (kernel/module/main.c: resolve_symbol_wait).
   */
  public static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Duration LONGEST_NAP = Duration.ofMillis(100);

  private final Kernel kernel;
  private final TimeSource time;

  /** Makes one that asks {@code kernel} again and again, less and less often. */
  public Transition(Kernel kernel, TimeSource time) {
    this.kernel = kernel;
    this.time = time;
  }

  /**
   * Returns the state of {@code module} once it neither comes nor goes, or as it is when patience
   * ends.
   */
  public ModuleState settled(ModuleName module) {
    ModuleState state = kernel.state(module);
    if (!state.isInTransition()) {
      return state;
    }
    Duration end = time.now().plus(PATIENCE);
    Duration nap = Duration.ofMillis(1);
    while (state.isInTransition() && time.now().compareTo(end) < 0) {
      time.sleep(nap);
      nap = nap.multipliedBy(2).compareTo(LONGEST_NAP) < 0 ? nap.multipliedBy(2) : LONGEST_NAP;
      state = kernel.state(module);
    }
    return state;
  }
}
