package org.moduletools.modprobe;

import java.util.Arrays;
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
   * How many commands may be called within each other; no sound configuration needs more than a
   * few.
   */
  private static final int LONGEST = 16;

  private final String modules;

  private CommandChain(String modules) {
    this.modules = modules;
  }

  /** Returns the chain that {@code environment} tells of. */
  static CommandChain of(Map<String, String> environment) {
    return new CommandChain(environment.getOrDefault(VARIABLE, ""));
  }

  /**
   * Returns the variable's value for a command of {@code module}.
   *
   * @throws CommandLoopException if the chain is too long by it
   */
  String with(ModuleName module) throws CommandLoopException {
    String longer = modules.isEmpty() ? module.value() : modules + " " + module.value();
    List<String> names = Arrays.asList(longer.split(" "));
    if (names.size() > LONGEST) {
      throw new CommandLoopException(
          "commands call each other without end: " + String.join(" -> ", names));
    }
    return longer;
  }
}
