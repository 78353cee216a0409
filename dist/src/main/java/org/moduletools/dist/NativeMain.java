package org.moduletools.dist;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.moduletools.cli.ProcessHost;
import org.moduletools.cli.Program;
import org.moduletools.linux.Linux;

/**
 * Starts the program with the name that the native executable was started by. All programs and
 * their command lines' parsers are made when the executable is built and are part of it: making one
 * takes as long as a short run.
 */
public final class NativeMain {

  private static final Map<String, Program> READY = Programs.all();

  private NativeMain() {}

  /** Runs the program with that name, or {@link ModuleTools} if it is none of the suite's. */
  public static void main(String[] arguments) {
    Program program = named(Linux.calledAs()).orElseGet(() -> new ModuleTools(NativeMain::named));
    System.exit(ProcessHost.run(program, List.of(arguments), new Linux(Path.of("/"))));
  }

  private static Optional<Program> named(String name) {
    return Optional.ofNullable(READY.get(name));
  }
}
