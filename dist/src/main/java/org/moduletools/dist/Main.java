package org.moduletools.dist;

import java.nio.file.Path;
import java.util.List;
import org.moduletools.cli.ProcessHost;
import org.moduletools.cli.Program;
import org.moduletools.linux.Linux;

/**
 * Starts the program with the name that the suite was started by, on a JVM. Java decodes arguments
 * by the locale. The programs take each character for a byte, so others cannot be passed on.
 */
public final class Main {

  private static final int GREATEST_BYTE = 255;

  private Main() {}

  /** Runs the program with that name, or {@link ModuleTools} if it is none of the suite's. */
  public static void main(String[] arguments) {
    Program program =
        Programs.named(Linux.calledAs()).orElseGet(() -> new ModuleTools(Programs::named));
    for (String argument : arguments) {
      if (!argument.chars().allMatch(c -> c <= GREATEST_BYTE)) {
        System.err.println(program.name() + ": FATAL: '" + argument + "' has characters that the"
            + " programs on Java cannot pass on; the native executable can");
        System.exit(1);
      }
    }
    System.exit(ProcessHost.run(program, List.of(arguments), new Linux(Path.of("/"))));
  }
}
