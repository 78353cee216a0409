package org.moduletools.indexing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chains of modules that each need the next, and that end where they began.
 *
 * <p>Wherever kmod's search ends, the chains and their order are kmod's (kmod 34, tools/depmod.c:
 * depmod_report_cycles). kmod's search does not end if a chain leads into a cycle without the
 * module it started from. Here no chain enters a module twice; and after {@link #PATIENCE} steps,
 * which only a knot of dozens of modules can take, each search enters a module once at most.
 */
final class DependencyCycles {

  private static final int PATIENCE = 1 << 12;

  private final int[][] direct;

  /** Modules in no chain yet; the next search starts at the first of them. */
  private final List<Integer> starts;

  private final List<List<Integer>> chains = new ArrayList<>();
  private final BitSet members = new BitSet();
  private int steps;

  /**
   * Finds the chains.
   *
   * @param direct the direct needs of each module
   * @param suspects the modules that are in a cycle or needed by one, in module order
   */
  DependencyCycles(int[][] direct, List<Integer> suspects) {
    this.direct = direct;
    this.starts = new ArrayList<>(suspects);
    while (!starts.isEmpty()) {
      int start = starts.get(0);
      starts.subList(0, 1).clear();
      searchFrom(start);
    }
  }

  /** Returns the chains, each with its first module at its end again. */
  List<List<Integer>> chains() {
    return Collections.unmodifiableList(chains);
  }

  /** Returns the number of modules in cycles. */
  int moduleCount() {
    return members.cardinality();
  }

  /** A module on the path of a search. */
  private record Step(int module, @Nullable Step before) {

    /** Returns whether its module occurs earlier on the path. */
    boolean returns() {
      for (Step step = before; step != null; step = step.before) {
        if (step.module == module) {
          return true;
        }
      }
      return false;
    }

    List<Integer> chain() {
      List<Integer> chain = new ArrayList<>();
      for (Step step = this; step != null; step = step.before) {
        chain.add(step.module);
      }
      Collections.reverse(chain);
      return chain;
    }
  }

  private void searchFrom(int start) {
    BitSet entered = new BitSet();
    Deque<Step> open = new ArrayDeque<>();
    open.push(new Step(start, null));
    while (!open.isEmpty()) {
      Step step = open.pop();
      if (step.module == start && step.before != null) {
        add(step.chain());
        continue;
      }
      if (entered.get(step.module) && (steps > PATIENCE || step.returns())) {
        continue;
      }
      entered.set(step.module);
      steps++;
      for (int needed : direct[step.module]) {
        open.push(new Step(needed, step));
      }
    }
  }

  private void add(List<Integer> chain) {
    chains.add(chain);
    for (int module : chain) {
      members.set(module);
      skipStart(module);
    }
  }

  /** Removes {@code module} from the ring of starts; the one after it becomes the first. */
  private void skipStart(Integer module) {
    int at = starts.indexOf(module);
    if (at >= 0) {
      starts.subList(at, at + 1).clear();
      Collections.rotate(starts, -at);
    }
  }
}
