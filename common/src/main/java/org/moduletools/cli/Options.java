package org.moduletools.cli;

import java.util.List;
import java.util.OptionalInt;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;

/**
 * Reads a command line into an object with picocli's annotations, by the rules of getopt_long(3).
 */
public final class Options {

  private Options() {}

  /**
   * Fills {@code target} from {@code arguments}, and does what {@code -h} and {@code -V} ask for.
   *
   * @param program the name that begins the messages
   * @param target an object with picocli's annotations
   * @param standard its mixin
   * @return nothing if the run shall go on, else the exit status it ends with: 0 after help and
   *     version, 1 after wrong usage, which has been told on standard error
   */
  public static OptionalInt read(
      String program, Object target, StandardOptions standard, List<String> arguments, Host host) {
    boolean permute = !host.environment().containsKey("POSIXLY_CORRECT");
    return read(program, target, standard, arguments, permute, host);
  }

  /**
   * Reads like {@link #read}, but only what stands before the first operand, which is a command:
   * what follows is for that command to read.
   */
  public static OptionalInt readBeforeCommand(
      String program, Object target, StandardOptions standard, List<String> arguments, Host host) {
    return read(program, target, standard, arguments, false, host);
  }

  private static OptionalInt read(
      String program,
      Object target,
      StandardOptions standard,
      List<String> arguments,
      boolean permute,
      Host host) {
    CommandLine commandLine = new CommandLine(target)
        .setExpandAtFiles(false)
        .setInterpolateVariables(false)
        .setPosixClusteredShortOptionsAllowed(false)
        .setAllowOptionsAsOptionParameters(true)
        .setOverwrittenOptionsAllowed(true);
    commandLine.getCommandSpec().name(program);
    try {
      List<String> rewritten =
          Getopt.rewrite(program, commandLine.getCommandSpec(), arguments, permute);
      commandLine.parseArgs(rewritten.toArray(String[]::new));
    } catch (UsageException wrong) {
      host.err().print(wrong.getMessage() + "\n");
      return OptionalInt.of(1);
    } catch (ParameterException wrong) {
      host.err().print(program + ": " + wrong.getMessage() + "\n");
      return OptionalInt.of(1);
    }
    if (standard.help()) {
      commandLine.usage(host.out(), Ansi.OFF);
      return OptionalInt.of(0);
    }
    if (standard.version()) {
      host.out().print(Version.text());
      return OptionalInt.of(0);
    }
    return OptionalInt.empty();
  }

  /** Prints the help that {@code -h} prints for {@code target}. */
  public static void printHelp(Object target, Host host) {
    new CommandLine(target).usage(host.out(), Ansi.OFF);
  }
}
