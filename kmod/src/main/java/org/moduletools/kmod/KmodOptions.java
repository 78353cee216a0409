package org.moduletools.kmod;

import java.util.ArrayList;
import java.util.List;
import org.moduletools.cli.StandardOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The command line of kmod, up to the command. */
@Command(
    name = "kmod",
    sortOptions = false,
    description = "Tells about modules.",
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

  /** The command, and what stands behind it. */
  @Parameters(hidden = true)
  List<String> operands = new ArrayList<>();
}
