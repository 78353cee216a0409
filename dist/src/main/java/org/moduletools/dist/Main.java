package org.moduletools.dist;

import java.nio.file.Path;
import java.util.List;
import org.moduletools.cli.ProcessHost;
import org.moduletools.cli.Program;
import org.moduletools.linux.Linux;

/** Starts the program with the name that the suite was started by, on a JVM. */
public final class Main {

  private Main() {}

  /** Runs the program with that name, or {@link ModuleTools} if it is none of the suite's. */
  public static void main(String[] arguments) {
    Program program =
        Programs.named(Linux.calledAs()).orElseGet(() -> new ModuleTools(Programs::named));
    System.exit(ProcessHost.run(program, List.of(arguments), new Linux(Path.of("/"))));
  }
}
