package org.moduletools.kmod;

import org.jspecify.annotations.Nullable;
import org.moduletools.cli.StandardOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command line of {@code kmod static-nodes}. */
@Command(
    name = "kmod static-nodes",
    sortOptions = false,
    description = "Prints the device nodes that load modules of the running kernel when opened.",
    customSynopsis = "kmod static-nodes [OPTION]...",
    footer = {
      "Formats:",
      "  human      For people; the default.",
      "  tmpfiles   That of tmpfiles.d(5).",
      "  devname    That of modules.devname."
    })
final class StaticNodesOptions {

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      description = "How to print them: human, tmpfiles or devname.")
  String format = "human";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write to FILE, and make the folders above it.")
  @Nullable String output;

  @Option(
      names = "--root",
      paramLabel = "DIR",
      description = "Print those of the system below DIR.")
  @Nullable String root;

  @Mixin
  StandardOptions standard = new StandardOptions();
}
