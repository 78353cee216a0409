package org.moduletools.cli;

import java.util.List;
import picocli.CommandLine.Option;

/** The options that every program has, and what stands on its command line beside options. */
public final class StandardOptions {

  @Option(
      names = {"-V", "--version"},
      description = "Print the version and end.")
  private boolean version;

  @Option(
      names = {"-h", "--help"},
      description = "Print this help and end.")
  private boolean help;

  private List<String> operands = List.of();

  /** Returns the words that are no options, in their order. */
  public List<String> operands() {
    return operands;
  }

  void keep(List<String> words) {
    operands = words;
  }

  boolean version() {
    return version;
  }

  boolean help() {
    return help;
  }
}
