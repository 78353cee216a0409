package org.moduletools.cli;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;

/**
 * Reads a program's command line into an object with picocli's annotations, by the rules of
 * getopt_long(3). The operands never reach picocli, which takes longer for each than reading a
 * module. Making an object of this class is most of the work, so a native executable has them
 * ready.
 *
 * @param <T> the class of that object
 */
public final class Options<T> {

  /**
   * The {@code descriptionKey} of an option that kmod lacks, with a name that begins like one of
   * kmod's: abbreviations of kmod's option keep their meaning.
   */
  public static final String OWN = "own";

  /** What no argument is: {@link Getopt} has read the {@code --}, or it is an option's value. */
  private static final String NO_ARGUMENT = "\0";

  private final String program;
  private final T values;
  private final StandardOptions standard;
  private final CommandLine commandLine;

  /**
   * The command line of {@code program}.
   *
   * @param program the name that begins the messages
   * @param values an object with picocli's annotations
   * @param standard returns its mixin
   */
  public Options(String program, T values, Function<T, StandardOptions> standard) {
    this.program = program;
    this.values = values;
    this.standard = standard.apply(values);
    this.commandLine = new CommandLine(values)
        .setExpandAtFiles(false)
        .setInterpolateVariables(false)
        .setPosixClusteredShortOptionsAllowed(false)
        .setAllowOptionsAsOptionParameters(true)
        .setOverwrittenOptionsAllowed(true)
        .setEndOfOptionsDelimiter(NO_ARGUMENT);
    commandLine.getCommandSpec().name(program);
  }

  /** Returns the values of the last command line. */
  public T values() {
    return values;
  }

  /**
   * Fills {@link #values} from {@code arguments}, without the values of earlier command lines, and
   * executes {@code -h} and {@code -V}.
   *
   * @return nothing if the run shall go on, else its exit status: 0 after help and version, 1 after
   *     wrong usage, which has been reported on standard error
   */
  public OptionalInt read(List<String> arguments, Host host) {
    return read(arguments, !host.environment().containsKey("POSIXLY_CORRECT"), host);
  }

  /**
   * As {@link #read}, but only up to the first operand, which is a command; the command reads the
   * rest.
   */
  public OptionalInt readBeforeCommand(List<String> arguments, Host host) {
    return read(arguments, false, host);
  }

  private OptionalInt read(List<String> arguments, boolean permute, Host host) {
    try {
      Getopt typed = Getopt.read(program, commandLine.getCommandSpec(), arguments, permute);
      commandLine.parseArgs(typed.options().toArray(String[]::new));
      standard.keep(typed.operands());
    } catch (UsageException wrong) {
      host.err().print(wrong.getMessage() + "\n");
      return OptionalInt.of(1);
    } catch (ParameterException wrong) {
      host.err().print(program + ": " + wrong.getMessage() + "\n");
      return OptionalInt.of(1);
    }
    if (standard.help()) {
      printHelp(host);
      return OptionalInt.of(0);
    }
    if (standard.version()) {
      boolean verbose = commandLine.getParseResult().hasMatchedOption("--verbose");
      host.out().print(verbose ? Version.verboseText() : Version.text());
      return OptionalInt.of(0);
    }
    return OptionalInt.empty();
  }

  /**
   * Prints the help that {@code -h} prints. picocli would find out how wide the terminal is and
   * which colours it has; what is printed here is the same everywhere.
   */
  public void printHelp(Host host) {
    UsageMessageSpec usage = commandLine.getCommandSpec().usageMessage();
    StringBuilder help = new StringBuilder("Usage: ");
    addLines(help, usage.customSynopsis());
    addLines(help, usage.description());
    help.append(OptionList.of(commandLine.getCommandSpec()));
    addLines(help, usage.footer());
    host.out().print(help);
  }

  private static void addLines(StringBuilder help, String[] lines) {
    for (String line : lines) {
      help.append(line).append('\n');
    }
  }
}
