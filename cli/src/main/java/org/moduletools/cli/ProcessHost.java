package org.moduletools.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.moduletools.machine.Machine;

/**
 * The host of a real process: the one place below {@code main} that uses real streams, paths and
 * the environment.
 */
public final class ProcessHost {

  /** The number of standard error (unistd.h). */
  private static final int ERR = 2;

  private ProcessHost() {}

  /**
   * Runs {@code program} in this process.
   *
   * @param program the program
   * @param arguments its arguments
   * @param machine the machine it runs on
   * @return the exit status for {@code System.exit}: the program's, or 1 if its output could not be
   *     written
   */
  public static int run(Program program, List<String> arguments, Machine machine) {
    NotedOutput output = new NotedOutput(new FileOutputStream(FileDescriptor.out));
    FileOutputStream errOutput = new FileOutputStream(FileDescriptor.err);
    Escapes escapes = Escapes.ofTerminal(System.getenv());
    PrintStream out = printing(
        new BufferedOutputStream(
            new TerminalOutput(output, escapes, () -> machine.isTerminal(Host.OUT))),
        false);
    PrintStream err =
        printing(new TerminalOutput(errOutput, escapes, () -> machine.isTerminal(ERR)), true);
    Path root = Path.of("/");
    Host host = new Host(
        root,
        Path.of("").toAbsolutePath(),
        System.getenv(),
        System.in,
        out,
        err,
        output,
        printing(errOutput, true),
        machine);
    int status = run(program, arguments, host);
    out.flush();
    String failure = output.failure();
    if (failure == null) {
      return status;
    }
    if (!failure.contains(
        "Broken pipe")) { // a reader that has seen enough, such as head, is no fault
      err.print(program.name() + ": ERROR: could not write to standard output: " + failure + "\n");
    }
    return 1;
  }

  private static PrintStream printing(OutputStream output, boolean flushesLines) {
    return new PrintStream(output, flushesLines, StandardCharsets.ISO_8859_1);
  }

  /** Reports an unforeseen exception in one line, without a stack trace. */
  private static int run(Program program, List<String> arguments, Host host) {
    try {
      return program.run(arguments, host);
    } catch (Throwable unforeseen) {
      host.err().print(program.name() + ": FATAL: " + Unforeseen.words(unforeseen) + "\n");
      return 1;
    }
  }
}
