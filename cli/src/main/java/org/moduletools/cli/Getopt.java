package org.moduletools.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * A command line as getopt_long(3) reads it: the options in one unambiguous spelling, each by its
 * full name with its value attached by {@code =}; and the operands.
 *
 * <p>So options may follow operands, short ones may be bundled ({@code -va}, {@code -oVALUE}), long
 * ones may be shortened as long as they are unambiguous, or match only one option not marked
 * {@link Options#OWN}; and {@code --} ends them. The messages are glibc's.
 */
final class Getopt {

  private final String program;
  private final CommandSpec spec;
  private final List<String> options = new ArrayList<>();
  private final List<String> operands = new ArrayList<>();

  private Getopt(String program, CommandSpec spec) {
    this.program = program;
    this.spec = spec;
  }

  /**
   * Reads {@code arguments}.
   *
   * @param program begins the messages
   * @param spec the options there are
   * @param permute whether options may follow operands; POSIXLY_CORRECT forbids it
   * @throws UsageException if an option is unknown or ambiguous, lacks its value, or has one and
   *     takes none; not behind an option that asks for help or the version, which kmod answers at
   *     once
   */
  static Getopt read(String program, CommandSpec spec, List<String> arguments, boolean permute)
      throws UsageException {
    Getopt getopt = new Getopt(program, spec);
    try {
      getopt.read(arguments, permute);
    } catch (UsageException wrong) {
      if (!getopt.asksForHelp()) {
        throw wrong;
      }
    }
    return getopt;
  }

  private boolean asksForHelp() {
    return spec.options().stream()
        .filter(option -> option.usageHelp() || option.versionHelp())
        .anyMatch(option -> Stream.of(option.names()).anyMatch(options::contains));
  }

  /** Returns the options, rewritten, in their order. */
  List<String> options() {
    return List.copyOf(options);
  }

  /** Returns the operands, in their order. */
  List<String> operands() {
    return List.copyOf(operands);
  }

  private void read(List<String> arguments, boolean permute) throws UsageException {
    int next = 0;
    while (next < arguments.size()) {
      String argument = arguments.get(next++);
      if (argument.equals("--")) {
        break;
      }
      if (argument.startsWith("--")) {
        next = readLong(argument, arguments, next);
      } else if (argument.startsWith("-") && argument.length() > 1) {
        next = readShort(argument, arguments, next);
      } else {
        operands.add(argument);
        if (!permute) {
          break;
        }
      }
    }
    operands.addAll(arguments.subList(next, arguments.size()));
  }

  /**
   * Reads {@code --name}, {@code --name=VALUE} or {@code --name VALUE}; returns the position after
   * it.
   */
  private int readLong(String argument, List<String> arguments, int next) throws UsageException {
    int equals = argument.indexOf('=');
    String typed = equals < 0 ? argument : argument.substring(0, equals);
    String name = fullName(typed, argument);
    boolean takesValue = takesValue(spec.findOption(name));
    if (!takesValue && equals >= 0) {
      throw usage("option '" + name + "' doesn't allow an argument");
    }
    if (!takesValue) {
      options.add(name);
      return next;
    }
    if (equals >= 0) {
      options.add(name + argument.substring(equals));
      return next;
    }
    if (next == arguments.size()) {
      throw usage("option '" + name + "' requires an argument");
    }
    options.add(name + "=" + arguments.get(next));
    return next + 1;
  }

  /**
   * Returns the long name that {@code typed} stands for, in full or shortened; {@code argument} is
   * for the message.
   */
  private String fullName(String typed, String argument) throws UsageException {
    if (spec.optionsMap().containsKey(typed)) {
      return typed;
    }
    List<String> names = new ArrayList<>();
    Set<OptionSpec> meant = new LinkedHashSet<>();
    for (OptionSpec option : spec.options()) {
      for (String name : option.names()) {
        if (name.startsWith(typed)) {
          names.add(name);
          meant.add(option);
        }
      }
    }
    if (meant.isEmpty()) {
      throw usage("unrecognized option '" + argument + "'");
    }
    if (meant.size() > 1 && meant.stream().filter(option -> !isOwn(option)).count() == 1) {
      names.removeIf(name -> isOwn(spec.findOption(name)));
      return names.get(0);
    }
    if (meant.size() > 1) {
      String possible = names.stream().map(name -> " '" + name + "'").collect(Collectors.joining());
      throw usage("option '" + argument + "' is ambiguous; possibilities:" + possible);
    }
    return names.get(0);
  }

  private static boolean isOwn(OptionSpec option) {
    return Options.OWN.equals(option.descriptionKey());
  }

  /**
   * Reads a bundle such as {@code -va} or {@code -oVALUE}; returns the position after it and its
   * value.
   */
  private int readShort(String argument, List<String> arguments, int next) throws UsageException {
    for (int i = 1; i < argument.length(); i++) {
      char letter = argument.charAt(i);
      OptionSpec option = spec.findOption("-" + letter);
      if (option == null) {
        throw usage("invalid option -- '" + letter + "'");
      }
      if (!takesValue(option)) {
        options.add("-" + letter);
        continue;
      }
      if (i + 1 < argument.length()) {
        options.add(option.longestName() + "=" + argument.substring(i + 1));
        return next;
      }
      if (next == arguments.size()) {
        throw usage("option requires an argument -- '" + letter + "'");
      }
      options.add(option.longestName() + "=" + arguments.get(next));
      return next + 1;
    }
    return next;
  }

  private static boolean takesValue(OptionSpec option) {
    return option.arity().max() > 0;
  }

  private UsageException usage(String text) {
    return new UsageException(program + ": " + text);
  }
}
