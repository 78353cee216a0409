package org.moduletools.cli;

import picocli.CommandLine.Option;

/** The options that every program has. */
public final class StandardOptions {

  @Option(
      names = {"-V", "--version"},
      description = "Print the version and end.")
  private boolean version;

  @Option(
      names = {"-h", "--help"},
      description = "Print this help and end.")
  private boolean help;

  boolean version() {
    return version;
  }

  boolean help() {
    return help;
  }
}
