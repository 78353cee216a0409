package org.moduletools.lsmod;

import org.jspecify.annotations.Nullable;
import org.moduletools.cli.Options;
import org.moduletools.cli.StandardOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command line of lsmod. */
@Command(
    name = "lsmod",
    sortOptions = false,
    description = "Prints the loaded modules, and the modules that use them.",
    customSynopsis = "lsmod [OPTION]...")
final class LsmodOptions {

  @Option(
      names = "--sort",
      descriptionKey = Options.OWN,
      paramLabel = "ORDER",
      description = "Order by name, size (largest first) or used (most used first).")
  @Nullable String sort;

  @Option(
      names = "--tree",
      description = "Draw which modules use which: below each those that it uses.")
  boolean tree;

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  @Option(
      names = {"-s", "--syslog"},
      description = "Send messages to the system log.")
  boolean syslog;

  @Option(
      names = {"-v", "--verbose"},
      description = "Print more messages.")
  boolean[] verbose = {};

  @Mixin
  StandardOptions standard = new StandardOptions();
}
