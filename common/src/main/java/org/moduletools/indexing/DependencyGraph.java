package org.moduletools.indexing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.moduletools.index.IndexBuilder;
import org.moduletools.index.IndexSizeException;

/**
 * The dependencies among modules. Modules are known by their positions; the module at position
 * {@code m} directly needs {@code direct[m]}.
 *
 * <p>The order of a module's needs is kmod's (kmod 34, tools/depmod.c:
 * depmod_calculate_dependencies). Each module gets a rank. Modules without users lie on a stack in
 * module order. The topmost is taken and ranked next, and removed from the users of each module
 * that it needs directly. A module without users left goes on the stack. So users rank before the
 * modules that they use.
 */
final class DependencyGraph {

  /**
   * The greatest number of needs that fit: each has a name of at least one letter, {@code .ko} and
   * a blank.
   */
  private static final int MOST_NEEDS = IndexBuilder.MAX_BYTES / 5;

  private final int[][] direct;

  /** The modules by ascending rank; those in a cycle, or needed by one, have none. */
  private final int[] ranked;

  private final int[] rankOf;

  /**
   * Keeps {@code direct} without a copy. The order in each row counts, and no row has a module
   * twice.
   */
  DependencyGraph(int[][] direct) {
    this.direct = direct;
    this.ranked = rank(direct);
    this.rankOf = new int[direct.length];
    for (int rank = 0; rank < ranked.length; rank++) {
      rankOf[ranked[rank]] = rank;
    }
  }

  private static int[] rank(int[][] direct) {
    int[] users = countUsers(direct);
    int[] stack = new int[direct.length];
    int height = 0;
    for (int module = 0; module < direct.length; module++) {
      if (users[module] == 0) {
        stack[height++] = module;
      }
    }
    int[] ranked = new int[direct.length];
    int count = 0;
    while (height > 0) {
      int module = stack[--height];
      ranked[count++] = module;
      for (int needed : direct[module]) {
        if (--users[needed] == 0) {
          stack[height++] = needed;
        }
      }
    }
    return Arrays.copyOf(ranked, count);
  }

  private static int[] countUsers(int[][] direct) {
    int[] users = new int[direct.length];
    for (int[] needs : direct) {
      for (int needed : needs) {
        users[needed]++;
      }
    }
    return users;
  }

  /** Returns the direct needs of each module; their order counts. */
  int[][] directNeeds() {
    return direct;
  }

  /** Returns whether any module needs itself, directly or through others. */
  boolean hasCycles() {
    return ranked.length < direct.length;
  }

  /** Returns the modules that cannot load: those in a cycle, and those that need one of these. */
  BitSet leadingIntoCycles() {
    int[][] users = users();
    int[] missing = new int[direct.length];
    int[] stack = new int[direct.length];
    int height = 0;
    for (int module = 0; module < direct.length; module++) {
      missing[module] = direct[module].length;
      if (missing[module] == 0) {
        stack[height++] = module;
      }
    }
    BitSet doomed = new BitSet();
    doomed.set(0, direct.length);
    while (height > 0) {
      int module = stack[--height];
      doomed.clear(module);
      for (int user : users[module]) {
        if (--missing[user] == 0) {
          stack[height++] = user;
        }
      }
    }
    return doomed;
  }

  /** Returns the direct users of each module. */
  private int[][] users() {
    int[] counts = countUsers(direct);
    int[][] users = new int[direct.length][];
    for (int module = 0; module < direct.length; module++) {
      users[module] = new int[counts[module]];
    }
    for (int module = 0; module < direct.length; module++) {
      for (int needed : direct[module]) {
        users[needed][--counts[needed]] = module;
      }
    }
    return users;
  }

  /**
   * Returns the graph without the modules {@code left}, which no other may need. The others are
   * renumbered in their order.
   */
  DependencyGraph without(BitSet left) {
    int[] newNumber = new int[direct.length];
    int count = 0;
    for (int module = 0; module < direct.length; module++) {
      newNumber[module] = count;
      count += left.get(module) ? 0 : 1;
    }
    int[][] rest = new int[count][];
    for (int module = 0; module < direct.length; module++) {
      if (!left.get(module)) {
        rest[newNumber[module]] =
            Arrays.stream(direct[module]).map(needed -> newNumber[needed]).toArray();
      }
    }
    return new DependencyGraph(rest);
  }

  /** Returns the cycles, for messages. */
  DependencyCycles cycles() {
    boolean[] hasRank = new boolean[direct.length];
    for (int module : ranked) {
      hasRank[module] = true;
    }
    List<Integer> unranked = new ArrayList<>();
    for (int module = 0; module < direct.length; module++) {
      if (!hasRank[module]) {
        unranked.add(module);
      }
    }
    return new DependencyCycles(direct, unranked);
  }

  /**
   * Returns all needs of each module, direct or not, users before the modules that they use: the
   * reverse of the order in which they load. There must be no cycle.
   *
   * @throws IndexSizeException if they are more than an index could list
   */
  int[][] allNeeds() throws IndexSizeException {
    int[][] all = new int[direct.length][];
    long countOfAll = 0;
    int[] found = new int[direct.length];
    int[] seenFor = new int[direct.length];
    Arrays.fill(seenFor, -1);
    for (int module = 0; module < direct.length; module++) {
      int count = 0;
      for (int next = module, done = 0; ; next = found[done++]) {
        for (int needed : direct[next]) {
          if (seenFor[needed] != module) {
            seenFor[needed] = module;
            found[count++] = needed;
          }
        }
        if (done == count) {
          break;
        }
      }
      countOfAll += count;
      if (countOfAll > MOST_NEEDS) {
        throw new IndexSizeException();
      }
      all[module] = byRank(found, count);
    }
    return all;
  }

  private int[] byRank(int[] modules, int count) {
    int[] sorted = new int[count];
    for (int i = 0; i < count; i++) {
      sorted[i] = rankOf[modules[i]];
    }
    Arrays.sort(sorted);
    for (int i = 0; i < count; i++) {
      sorted[i] = ranked[sorted[i]];
    }
    return sorted;
  }
}
