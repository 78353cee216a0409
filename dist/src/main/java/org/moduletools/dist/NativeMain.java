package org.moduletools.dist;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.moduletools.cli.ProcessHost;
import org.moduletools.cli.Program;
import org.moduletools.linux.Linux;

/**
 * Starts the program whose name the native executable was called by. All programs, with what reads
 * their command lines, are made when the executable is built and are part of it: to make one takes
 * as long as all that it mostly has to do.
 */
public final class NativeMain {

  private static final Map<String, Program> READY = Programs.all();

  private NativeMain() {}

  /** Runs the program of that name, or {@link ModuleTools} if it is none of the suite's. */
  public static void main(String[] arguments) {
    Program program = named(Linux.calledAs()).orElseGet(() -> new ModuleTools(NativeMain::named));
    System.exit(ProcessHost.run(program, List.of(arguments), new Linux(Path.of("/"))));
  }

  private static Optional<Program> named(String name) {
    return Optional.ofNullable(READY.get(name));
  }
}
