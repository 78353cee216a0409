package org.moduletools.dist;

import java.nio.file.Path;
import java.util.List;
import org.moduletools.cli.ProcessHost;
import org.moduletools.cli.Program;
import org.moduletools.linux.Linux;

/** Starts the program whose name the suite was called by. */
public final class Main {

  private Main() {}

  /**
   * Runs the program that the system property {@code module-tools.program} names (the launcher sets
   * it to the name it was called by), or {@link ModuleTools} if that is none of the suite's.
   */
  public static void main(String[] arguments) {
    String name = System.getProperty("module-tools.program", "");
    Program program = Programs.named(name).orElse(new ModuleTools());
    System.exit(ProcessHost.run(program, List.of(arguments), new Linux(Path.of("/"))));
  }
}
