package org.moduletools.loading;

import java.time.Duration;
import java.util.function.Consumer;
import org.moduletools.kernel.BoundedWait;
import org.moduletools.kernel.Kernel;
import org.moduletools.kernel.ModuleState;
import org.moduletools.kernel.TimeSource;
import org.moduletools.module.ModuleName;

/**
 * Waits for modules that are on their way into the kernel or out of it. All waits of one run have
 * one bound together: what one module has used up is not there for the next, nor for another look
 * at the same. Several threads may wait at the same time.
 */
public final class Transition {

  /**
   * How long at most: as long as the kernel itself waits for a module whose symbol is needed
   * (kernel/module/main.c: resolve_symbol_wait).
   */
  public static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Kernel kernel;
  private final TimeSource time;
  private final Consumer<String> warnings;
  private Duration left;

  /**
   * Makes one that asks {@code kernel} again and again, less and less often.
   *
   * @param patience how long all waits may last together; with none nothing is waited for
   * @param warnings prints what is waited for longer than a second
   */
  public Transition(Kernel kernel, TimeSource time, Duration patience, Consumer<String> warnings) {
    this.kernel = kernel;
    this.time = time;
    this.left = patience;
    this.warnings = warnings;
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
    Duration patience = left();
    if (patience.isNegative() || patience.isZero()) {
      return state;
    }
    BoundedWait wait = new BoundedWait(time, patience, warnings);
    while (state.isInTransition() && wait.goesOn(inWords(module, state))) {
      state = kernel.state(module);
    }
    use(wait.waited());
    if (state.isInTransition()) {
      warnings.accept(
          "module " + module + " is still " + doing(state) + "; the kernel is asked all the same");
    }
    return state;
  }

  private synchronized Duration left() {
    return left;
  }

  private synchronized void use(Duration waited) {
    left = left.minus(waited);
  }

  private static String inWords(ModuleName module, ModuleState state) {
    return "module " + module + ", which is " + doing(state);
  }

  private static String doing(ModuleState state) {
    return state == ModuleState.COMING ? "being loaded" : "being removed";
  }
}
