package org.moduletools.modprobe;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.moduletools.module.ModuleName;

/**
 * The modules whose install or remove commands led to this modprobe, the outermost first. Each
 * command's modprobe gets it by an environment variable, so that commands that call each other come
 * to an end.
 */
final class CommandChain {

  /** Modules separated by blanks. */
  static final String VARIABLE = "MODPROBE_COMMAND_CHAIN";

  /**
   * How often one module's command may run within itself: a sound configuration has it call
   * modprobe for the module once more at most.
   */
  private static final int MOST = 2;

  private final String modules;

  private CommandChain(String modules) {
    this.modules = modules;
  }

  /** Returns the chain in {@code environment}. */
  static CommandChain of(Map<String, String> environment) {
    return new CommandChain(environment.getOrDefault(VARIABLE, ""));
  }

  /**
   * Returns the variable's value for a command of {@code module}.
   *
   * @throws CommandLoopException if that is once too often
   */
  String with(ModuleName module) throws CommandLoopException {
    String longer = modules.isEmpty() ? module.value() : modules + " " + module.value();
    List<String> names = Arrays.asList(longer.split(" "));
    if (Collections.frequency(names, module.value()) > MOST) {
      throw new CommandLoopException(
          "commands call each other without end: " + String.join(" -> ", names));
    }
    return longer;
  }
}
