package org.moduletools.modprobe;

import java.util.EnumSet;
import java.util.Set;
import org.moduletools.loading.FileInserter.Demand;

/** The options of the command line, as the sets that loading and removing take. */
final class OptionSets {

  private OptionSets() {}

  /** Returns the changes to a module's image. */
  static Set<Demand> demands(ModprobeOptions options) {
    Set<Demand> demands = EnumSet.noneOf(Demand.class);
    if (options.force || options.forceModversion) {
      demands.add(Demand.FORCE_MODVERSION);
    }
    if (options.force || options.forceVermagic) {
      demands.add(Demand.FORCE_VERMAGIC);
    }
    if (options.permanent) {
      demands.add(Demand.PERMANENT);
    }
    return demands;
  }

  /** Returns how to load modules. */
  static Set<InsertOption> ofInsertion(ModprobeOptions options) {
    Set<InsertOption> chosen = EnumSet.noneOf(InsertOption.class);
    if (options.firstTime) {
      chosen.add(InsertOption.FIRST_TIME);
    }
    if (options.ignoreCommands) {
      chosen.add(InsertOption.IGNORE_COMMANDS);
    }
    if (options.showDepends) {
      chosen.add(InsertOption.IGNORE_LOADED);
    }
    if (options.useBlacklist) {
      chosen.add(InsertOption.USE_BLACKLIST);
    }
    return chosen;
  }

  /**
   * Returns how to load modules that the user has not named: the blacklist counts, and a loaded
   * module is no error.
   */
  static Set<InsertOption> ofBoot(ModprobeOptions options) {
    Set<InsertOption> chosen = ofInsertion(options);
    chosen.remove(InsertOption.FIRST_TIME);
    chosen.add(InsertOption.USE_BLACKLIST);
    return chosen;
  }

  /** Returns how to remove modules. */
  static Set<RemoveOption> ofRemoval(ModprobeOptions options) {
    Set<RemoveOption> chosen = EnumSet.noneOf(RemoveOption.class);
    if (options.firstTime) {
      chosen.add(RemoveOption.FIRST_TIME);
    }
    if (options.ignoreCommands) {
      chosen.add(RemoveOption.IGNORE_COMMANDS);
    }
    if (options.showDepends) {
      chosen.add(RemoveOption.IGNORE_LOADED);
    }
    if (options.removeHolders || options.removeDependencies) {
      chosen.add(RemoveOption.HOLDERS);
    }
    if (options.force) {
      chosen.add(RemoveOption.FORCE);
    }
    if (options.all) {
      chosen.add(RemoveOption.GO_ON);
    }
    return chosen;
  }
}
