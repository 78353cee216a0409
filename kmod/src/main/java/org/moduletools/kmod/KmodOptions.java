package org.moduletools.kmod;

import org.moduletools.cli.StandardOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The command line of kmod, up to the command. */
@Command(
    name = "kmod",
    sortOptions = false,
    description = "Lists loaded modules, and prints device nodes.",
    customSynopsis = "kmod [OPTION]... COMMAND [OPTION]...",
    footer = {
      "Commands:",
      "  help           Print this help.",
      "  list           Print the loaded modules, as lsmod does.",
      "  static-nodes   Print the device nodes that load modules of the running kernel."
    })
final class KmodOptions {

  @Mixin
  StandardOptions standard = new StandardOptions();
}
