package org.moduletools.indexing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.moduletools.indexing.SymbolTable.Symbol;

/**
 * Modules with their dependencies.
 *
 * @param modules the modules, in the order of every output
 * @param exported the symbols that they export, in their order
 * @param graph the dependencies, by position
 */
record LinkedModules(List<DepmodModule> modules, List<Symbol> exported, DependencyGraph graph) {

  /** Copies the lists. */
  LinkedModules {
    modules = List.copyOf(modules);
    exported = List.copyOf(exported);
  }

  /**
   * Returns the modules that can be loaded: without those in cycles, and without those that need
   * one of these. Each removed module is reported (module-init-tools 3.16, depmod.c: has_dep_loop).
   */
  LinkedModules withoutLoops(IndexingListener listener) {
    for (List<Integer> chain : graph.cycles().chains()) {
      listener.warning("Loop detected: " + loop(chain));
    }
    BitSet left = graph.leadingIntoCycles();
    List<DepmodModule> kept = new ArrayList<>();
    int[] newNumber = new int[modules.size()];
    for (int i = 0; i < modules.size(); i++) {
      newNumber[i] = kept.size();
      if (left.get(i)) {
        listener.warning("Module " + modules.get(i).file().file() + " ignored, due to loop");
      } else {
        kept.add(modules.get(i));
      }
    }
    List<Symbol> symbols = exported.stream()
        .filter(symbol -> !left.get(symbol.owner()))
        .map(symbol -> new Symbol(symbol.name(), symbol.crc(), newNumber[symbol.owner()]))
        .toList();
    return new LinkedModules(kept, symbols, graph.without(left));
  }

  /** Returns a chain that ends where it begins as "A needs B needs C which needs A again!". */
  private String loop(List<Integer> chain) {
    Path first = file(chain.get(0));
    StringBuilder text = new StringBuilder(first.toString()).append(' ');
    for (int module : chain.subList(1, chain.size() - 1)) {
      text.append("needs ").append(file(module).getFileName()).append(' ');
    }
    return text.append("which needs ")
        .append(first.getFileName())
        .append(" again!")
        .toString();
  }

  private Path file(int module) {
    return modules.get(module).file().file();
  }
}
