package org.moduletools.depmod;

import java.io.PrintStream;
import java.util.List;
import org.moduletools.cli.DotOutput;

/** Draws which module needs which directly, modules in the order of modules.dep. */
final class NeedsGraph {

  private NeedsGraph() {}

  /** Draws {@code modules}, of which the one at position {@code m} needs {@code direct[m]}. */
  static void draw(List<DepmodModule> modules, int[][] direct, PrintStream out) {
    try (DotOutput dot = new DotOutput(out)) {
      for (int module = 0; module < direct.length; module++) {
        dot.node(modules.get(module).name());
        for (int needed : direct[module]) {
          dot.edge(modules.get(module).name(), modules.get(needed).name());
        }
      }
    }
  }
}
