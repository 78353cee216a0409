package org.moduletools.dist;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.moduletools.cli.Host;
import org.moduletools.cli.Program;
import org.moduletools.cli.Version;

/**
 * The whole suite as one program, {@code module-tools PROGRAM ARGUMENTS...}: it runs the program
 * that its first argument names.
 */
final class ModuleTools implements Program {

  private final Function<String, Optional<Program>> programs;

  /** {@code programs} returns a program by its name. */
  ModuleTools(Function<String, Optional<Program>> programs) {
    this.programs = programs;
  }

  @Override
  public String name() {
    return "module-tools";
  }

  @Override
  public int run(List<String> arguments, Host host) {
    if (arguments.isEmpty()) {
      host.err().print("module-tools: ERROR: missing program\n" + help());
      return 1;
    }
    String first = arguments.get(0);
    switch (first) {
      case "-h", "--help" -> {
        host.out().print(help());
        return 0;
      }
      case "-V", "--version" -> {
        boolean verbose = arguments.contains("-v") || arguments.contains("--verbose");
        host.out().print(verbose ? Version.verboseText() : Version.text());
        return 0;
      }
      default -> {
        Optional<Program> program = programs.apply(first);
        if (program.isEmpty()) {
          host.err().print("module-tools: ERROR: unknown program '" + first + "'\n" + help());
          return 1;
        }
        return program.get().run(arguments.subList(1, arguments.size()), host);
      }
    }
  }

  private static String help() {
    return "Usage: module-tools PROGRAM [ARGUMENT...]\nPrograms: "
        + String.join(" ", Programs.NAMES)
        + "\nEach of them describes its options with --help.\n";
  }
}
