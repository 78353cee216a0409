package org.moduletools.dist;

import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.moduletools.cli.Host;
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
    System.exit(ProcessHost.run(new OnJava(program), List.of(arguments), new Linux(Path.of("/"))));
  }

  /**
   * A program whose arguments Java has decoded by the locale. The program takes each character for
   * a byte.
   */
  private record OnJava(Program program) implements Program {

    @Override
    public String name() {
      return program.name();
    }

    @Override
    public int run(List<String> arguments, Host host) {
      CharsetEncoder bytes = StandardCharsets.ISO_8859_1.newEncoder();
      for (String argument : arguments) {
        if (!bytes.canEncode(argument)) {
          host.err()
              .print(name() + ": FATAL: '" + argument + "' has characters that the programs on Java"
                  + " cannot pass on; the native executable can\n");
          return 1;
        }
      }
      return program.run(arguments, host);
    }
  }
}
