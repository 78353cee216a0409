package org.moduletools.rmmod;

import org.moduletools.cli.LockOption;
import org.moduletools.cli.StandardOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command line of rmmod. */
@Command(
    name = "rmmod",
    sortOptions = false,
    description = "Removes modules.",
    customSynopsis = "rmmod [OPTION]... MODULE...")
final class RmmodOptions {

  @Option(
      names = {"-f", "--force"},
      description = "Remove it though it is in use; may crash the machine.")
  boolean force;

  @Option(
      names = {"-w", "--wait"},
      description =
          "Leave it to the kernel to wait until it is unused; kernels since 3.13 refuse instead.")
  boolean wait;

  @Option(
      names = {"-s", "--syslog"},
      description = "Send messages to the system log.")
  boolean syslog;

  @Option(
      names = {"-v", "--verbose"},
      description = "Print more messages.")
  boolean[] verbose = {};

  @Mixin
  LockOption lock = new LockOption();

  @Mixin
  StandardOptions standard = new StandardOptions();
}
