package org.moduletools.depmod;

import java.io.PrintStream;
import java.util.List;
import org.moduletools.cli.DotOutput;
import org.moduletools.indexing.ModuleLinks.Needs;
import org.moduletools.module.ModuleName;

/** Draws the direct dependencies of modules. */
final class NeedsGraph {

  private NeedsGraph() {}

  /** Draws {@code modules} in their order. */
  static void draw(List<Needs> modules, PrintStream out) {
    try (DotOutput dot = new DotOutput(out)) {
      for (Needs needs : modules) {
        dot.node(needs.module().value());
        for (ModuleName needed : needs.needs()) {
          dot.edge(needs.module().value(), needed.value());
        }
      }
    }
  }
}
