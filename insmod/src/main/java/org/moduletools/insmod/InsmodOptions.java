package org.moduletools.insmod;

import java.util.EnumSet;
import java.util.Set;
import org.moduletools.cli.LockOption;
import org.moduletools.cli.Options;
import org.moduletools.cli.StandardOptions;
import org.moduletools.loading.FileInserter.Demand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command line of insmod. */
@Command(
    name = "insmod",
    sortOptions = false,
    description = "Loads the module in a file, or on standard input if the file is -.",
    customSynopsis = "insmod [OPTION]... FILE [PARAMETER=VALUE]...")
final class InsmodOptions {

  @Option(
      names = {"-f", "--force"},
      description = "Load in spite of wrong versions; may crash the machine.")
  boolean force;

  @Option(
      names = "--force-modversion",
      descriptionKey = Options.OWN,
      description = "Ignore the versions of symbols.")
  boolean forceModversion;

  @Option(
      names = "--force-vermagic",
      descriptionKey = Options.OWN,
      description = "Ignore the version magic.")
  boolean forceVermagic;

  @Option(
      names = "--permanent",
      description = "Load it so that it can never be removed; its signature is lost.")
  boolean permanent;

  @Option(
      names = {"-s", "--syslog"},
      description = "Send messages to the system log.")
  boolean syslog;

  @Option(
      names = {"-v", "--verbose"},
      description = "Print more messages.")
  boolean[] verbose = {};

  @Option(names = "-p", hidden = true, description = "Does nothing; module-init-tools took it too.")
  boolean probe;

  @Mixin
  LockOption lock = new LockOption();

  @Mixin
  StandardOptions standard = new StandardOptions();

  /** Returns the requested changes to a plain load. */
  Set<Demand> demands() {
    Set<Demand> demands = EnumSet.noneOf(Demand.class);
    if (force || forceModversion) {
      demands.add(Demand.FORCE_MODVERSION);
    }
    if (force || forceVermagic) {
      demands.add(Demand.FORCE_VERMAGIC);
    }
    if (permanent) {
      demands.add(Demand.PERMANENT);
    }
    return demands;
  }
}
