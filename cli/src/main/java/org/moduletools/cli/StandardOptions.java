package org.moduletools.cli;

import java.util.List;
import picocli.CommandLine.Option;

/** The options of every program, and the operands. */
public final class StandardOptions {

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Print the version and end.")
  private boolean version;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Print this help and end.")
  private boolean help;

  private List<String> operands = List.of();

  /** Returns the operands, in their order. */
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
