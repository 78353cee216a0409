package org.moduletools.loading;

import java.time.Duration;
import java.util.function.Consumer;
import org.moduletools.kernel.BoundedWait;
import org.moduletools.kernel.Kernel;
import org.moduletools.kernel.ModuleState;
import org.moduletools.kernel.TimeSource;
import org.moduletools.module.ModuleName;

/**
 * Waits for modules that are being loaded or removed. All waits of one run share one time limit:
 * the time that one wait has used is not available to the next. Several threads may wait
 * concurrently.
 */
public final class Transition {

  /**
   * The limit: the kernel's own for a module whose symbol is needed (kernel/module/main.c:
   * resolve_symbol_wait).
   */
  public static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Kernel kernel;
  private final TimeSource time;
  private final Consumer<String> warnings;
  private Duration left;

  /**
   * Polls {@code kernel}, less and less often.
   *
   * @param patience the limit of all waits together; zero for no wait
   * @param warnings prints a message about a wait of more than a second
   */
  public Transition(Kernel kernel, TimeSource time, Duration patience, Consumer<String> warnings) {
    this.kernel = kernel;
    this.time = time;
    this.left = patience;
    this.warnings = warnings;
  }

  /**
   * Returns the state of {@code module} once it is neither coming nor going, or its state at the
   * time limit.
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
