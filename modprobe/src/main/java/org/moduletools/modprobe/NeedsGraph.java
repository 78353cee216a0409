package org.moduletools.modprobe;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.moduletools.cli.DotOutput;
import org.moduletools.config.Softdeps;
import org.moduletools.module.ModuleName;
import org.moduletools.tree.ResolvedModule;

/**
 * Draws the needs and softdeps of modules. modules.dep has all needs of a module, direct or not: an
 * edge that follows from two others is left out. Softdeps have dashed edges, and built-in modules
 * dashed boxes.
 */
final class NeedsGraph {

  private final Installation installation;
  private final DotOutput dot;
  private final Set<ModuleName> begun = new HashSet<>();
  private final Deque<ModuleName> open = new ArrayDeque<>();

  private NeedsGraph(Installation installation, DotOutput dot) {
    this.installation = installation;
    this.dot = dot;
  }

  /** Draws {@code modules} and all that is reached from them. */
  static void draw(List<ModuleName> modules, Installation installation, DotOutput dot) {
    NeedsGraph graph = new NeedsGraph(installation, dot);
    modules.forEach(graph::reach);
    while (!graph.open.isEmpty()) {
      graph.drawNext(graph.open.remove());
    }
  }

  private void reach(ModuleName module) {
    if (begun.add(module)) {
      open.add(module);
    }
  }

  private void drawNext(ModuleName module) {
    boolean isBuiltin =
        installation.catalog().file(module).isEmpty() && installation.catalog().isBuiltin(module);
    if (isBuiltin) {
      dot.node(module.value(), "style=dashed");
    } else {
      dot.node(module.value());
    }
    for (ModuleName needed : direct(module)) {
      dot.edge(module.value(), needed.value());
      reach(needed);
    }
    Softdeps softdeps = installation.config().softdepsOf(module);
    drawSoftdeps(module, softdeps.pre(), "pre");
    drawSoftdeps(module, softdeps.post(), "post");
  }

  private List<ModuleName> direct(ModuleName module) {
    List<ModuleName> all = installation.catalog().dependenciesUsersFirst(module);
    Set<ModuleName> indirect = new HashSet<>();
    for (ModuleName needed : all) {
      indirect.addAll(installation.catalog().dependenciesUsersFirst(needed));
    }
    List<ModuleName> direct = new ArrayList<>(all);
    direct.removeAll(indirect);
    return direct;
  }

  private void drawSoftdeps(ModuleName module, List<String> names, String label) {
    Set<ModuleName> meant = new LinkedHashSet<>();
    for (String name : names) {
      for (ResolvedModule target : installation.catalog().resolve(name)) {
        meant.add(target.name());
      }
    }
    for (ModuleName softdep : meant) {
      dot.edge(module.value(), softdep.value(), "style=dashed", "label=" + label);
      reach(softdep);
    }
  }
}
