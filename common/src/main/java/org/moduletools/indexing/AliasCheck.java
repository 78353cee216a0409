package org.moduletools.indexing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.moduletools.devicetable.DeviceTable;

/**
 * Compares modules' device tables with their aliases, which the kernel's build makes from the
 * tables.
 *
 * <p>A module also has aliases from elsewhere. So an alias without a table entry is listed only if
 * the module has a table for its kind: the text before the first colon. It is no fault, since
 * authors of drivers write such aliases by hand.
 */
public final class AliasCheck {

  private int withTables;
  private int differing;
  private boolean lacksAliases;
  private final List<String> lines = new ArrayList<>();

  /** Compares {@code modules}. */
  AliasCheck(List<ModuleTables> modules) {
    for (ModuleTables module : modules) {
      if (!module.tables().isEmpty()) {
        withTables++;
        differing += differs(module) ? 1 : 0;
      }
    }
    lines.add(modules.size() + " modules, " + withTables + " with device tables: "
        + (withTables - differing) + " agree with their aliases, " + differing + " differ");
  }

  private boolean differs(ModuleTables module) {
    Set<String> aliases = new LinkedHashSet<>(module.module().aliases());
    Set<String> ofTables = new LinkedHashSet<>();
    for (DeviceTable table : module.tables()) {
      ofTables.addAll(table.patternsLike(aliases));
    }
    Set<String> kinds = new HashSet<>();
    ofTables.forEach(alias -> kinds.add(kind(alias)));
    int before = lines.size();
    for (String alias : ofTables) {
      if (!aliases.contains(alias)) {
        add(module, "in a device table, but no alias", alias);
        lacksAliases = true;
      }
    }
    for (String alias : aliases) {
      if (!ofTables.contains(alias) && kinds.contains(kind(alias))) {
        add(module, "an alias, but in no device table", alias);
      }
    }
    return lines.size() > before;
  }

  private static String kind(String alias) {
    return alias.substring(0, Math.max(0, alias.indexOf(':')));
  }

  private void add(ModuleTables module, String problem, String alias) {
    lines.add(module.module().file().listed() + ": " + problem + ": " + alias);
  }

  /** Returns a line for each difference, module by module, and then their number. */
  public List<String> lines() {
    return List.copyOf(lines);
  }

  /** Returns whether a device table has entries without an alias. */
  public boolean lacksAliases() {
    return lacksAliases;
  }
}
