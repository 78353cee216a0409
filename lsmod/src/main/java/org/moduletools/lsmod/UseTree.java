package org.moduletools.lsmod;

import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.moduletools.kernel.LoadedModule;
import org.moduletools.module.ModuleName;

/**
 * Draws which modules use which. Each module without users begins a tree; below a module are those
 * that it uses. They are drawn once: where the module occurs again, {@code ...} stands for them.
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
        drawFrom(name);
      }
    }
    for (ModuleName name : names) {
      if (!drawn.contains(name)) { // its users have vanished, or use each other
        drawFrom(name);
      }
    }
  }

  /**
   * A line of the picture.
   *
   * @param lead the text before the module
   * @param lowerLead the text before those below it, without their own branches
   */
  private record Row(ModuleName name, String lead, String lowerLead) {}

  /** Draws the tree that begins with {@code first}. */
  private void drawFrom(ModuleName first) {
    Deque<Row> waiting = new ArrayDeque<>();
    waiting.push(new Row(first, "", ""));
    while (!waiting.isEmpty()) {
      Row row = waiting.pop();
      List<ModuleName> lower = uses.getOrDefault(row.name(), List.of());
      boolean isDrawn = !drawn.add(row.name()) && !lower.isEmpty();
      out.print(row.lead() + row.name() + (isDrawn ? " ...\n" : "\n"));
      for (int i = isDrawn ? -1 : lower.size() - 1; i >= 0; i--) { // the last is pushed first
        boolean isLast = i == lower.size() - 1;
        waiting.push(new Row(
            lower.get(i),
            row.lowerLead() + (isLast ? "`-- " : "|-- "),
            row.lowerLead() + (isLast ? "    " : "|   ")));
      }
    }
  }
}
