package org.moduletools.lsmod;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.moduletools.kernel.LoadedModule;
import org.moduletools.module.ModuleName;

/**
 * Draws who uses whom. Each module that no other uses begins a tree; below a module stand those
 * that it uses. What a module uses is drawn once: where the module comes again, {@code ...} stands
 * for it.
 *
 * <pre>
 * bridge
 * |-- stp
 * |   `-- llc
 * `-- llc
 * </pre>
 */
final class UseTree {

  private final List<ModuleName> names = new ArrayList<>();
  private final Map<ModuleName, List<ModuleName>> uses = new HashMap<>();
  private final Set<ModuleName> used = new HashSet<>();
  private final Set<ModuleName> drawn = new HashSet<>();
  private final PrintStream out;

  private UseTree(PrintStream out) {
    this.out = out;
  }

  /** Draws {@code modules}, the trees and those below a module in their order. */
  static void draw(List<LoadedModule> modules, PrintStream out) {
    UseTree tree = new UseTree(out);
    for (LoadedModule module : modules) {
      tree.add(module);
    }
    tree.draw();
  }

  private void add(LoadedModule module) {
    names.add(module.name());
    for (ModuleName user : module.users()) {
      uses.computeIfAbsent(user, name -> new ArrayList<>()).add(module.name());
      used.add(module.name());
    }
  }

  private void draw() {
    for (ModuleName name : names) {
      if (!used.contains(name)) {
        draw(name, "", "");
      }
    }
    for (ModuleName name : names) {
      if (!drawn.contains(name)) { // its users have vanished, or use each other
        draw(name, "", "");
      }
    }
  }

  /**
   * Draws a module and what it uses.
   *
   * @param lead what stands before it
   * @param lowerLead what stands before those below it, but for their own branches
   */
  private void draw(ModuleName name, String lead, String lowerLead) {
    List<ModuleName> lower = uses.getOrDefault(name, List.of());
    boolean isDrawn = !drawn.add(name) && !lower.isEmpty();
    out.print(lead + name + (isDrawn ? " ...\n" : "\n"));
    if (isDrawn) {
      return;
    }
    for (int i = 0; i < lower.size(); i++) {
      boolean isLast = i == lower.size() - 1;
      draw(
          lower.get(i),
          lowerLead + (isLast ? "`-- " : "|-- "),
          lowerLead + (isLast ? "    " : "|   "));
    }
  }
}
