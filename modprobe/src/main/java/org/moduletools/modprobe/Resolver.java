package org.moduletools.modprobe;

import java.util.ArrayList;
import java.util.List;
import org.moduletools.config.ConfigAlias;
import org.moduletools.config.ModprobeConfig;
import org.moduletools.module.Alias;
import org.moduletools.module.ModuleName;

/**
 * Finds out which modules a name means. The first of these that knows the name decides (kmod 34,
 * libkmod/libkmod-module.c: kmod_module_new_from_lookup):
 *
 * <ol>
 *   <li>alias lines of the configuration, all that match
 *   <li>the modules of modules.dep
 *   <li>for {@code symbol:NAME}, the exported symbols
 *   <li>install and remove lines that name it literally
 *   <li>the aliases of modules, all that match
 *   <li>the modules built into the kernel
 *   <li>their aliases
 * </ol>
 */
final class Resolver {

  private final ModprobeConfig config;
  private final Catalog catalog;

  Resolver(ModprobeConfig config, Catalog catalog) {
    this.config = config;
    this.catalog = catalog;
  }

  /**
   * Returns the modules that {@code name} means, in the order to load them; none if nothing knows
   * it.
   */
  List<Target> resolve(String name) {
    return Alias.normalize(name).map(this::resolveNormal).orElse(List.of());
  }

  private List<Target> resolveNormal(String name) {
    List<Target> configured = new ArrayList<>();
    for (ConfigAlias alias : config.aliasesOf(name)) {
      configured.add(new Target(alias.module(), alias.pattern()));
    }
    if (!configured.isEmpty()) {
      return configured;
    }
    ModuleName module = new ModuleName(name);
    if (name.indexOf(':') < 0 && catalog.file(module).isPresent()) {
      return List.of(Target.named(module));
    }
    if (name.startsWith("symbol:")) {
      List<Target> owners = reachedBy(name, catalog.ownersOfSymbol(name));
      if (!owners.isEmpty()) {
        return owners;
      }
    }
    if (config.hasCommandNamed(module)) {
      return List.of(Target.named(module));
    }
    List<Target> aliased = reachedBy(name, catalog.modulesByAlias(name));
    if (!aliased.isEmpty()) {
      return aliased;
    }
    if (catalog.isBuiltin(module)) {
      return List.of(Target.named(module));
    }
    return reachedBy(name, catalog.builtinsByAlias(name));
  }

  private static List<Target> reachedBy(String alias, List<ModuleName> modules) {
    List<Target> targets = new ArrayList<>();
    for (ModuleName module : modules) {
      targets.add(new Target(module, alias));
    }
    return targets;
  }
}
