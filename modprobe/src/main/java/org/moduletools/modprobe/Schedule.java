package org.moduletools.modprobe;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import java.util.Set;
import org.moduletools.tree.LoadPlan;
import org.moduletools.tree.LoadPlan.Item;

/**
 * The order in which the items of a plan are begun, while others are running. A command is begun
 * only while no other item is running or ready, and nothing is begun while a command runs. Serves
 * one thread at a time.
 */
final class Schedule {

  /**
   * An item that is skipped, because of another.
   *
   * @param item its number
   * @param cause the item that failed
   */
  record Skipped(int item, int cause) {}

  private final List<Item> items;
  private final Set<Integer> commands;
  private final List<List<Integer>> later = new ArrayList<>();
  private final int[] waitsFor;
  private final boolean[] failed;
  private final PriorityQueue<Integer> loads = new PriorityQueue<>();
  private final PriorityQueue<Integer> commandsReady = new PriorityQueue<>();
  private final Set<Integer> begun = new HashSet<>();
  private int left;

  /** A schedule at its beginning; the items {@code commands} are commands. */
  Schedule(LoadPlan plan, Set<Integer> commands) {
    this.items = plan.items();
    this.commands = Set.copyOf(commands);
    this.left = items.size();
    this.waitsFor = new int[items.size()];
    this.failed = new boolean[items.size()];
    items.forEach(item -> later.add(new ArrayList<>()));
    for (int i = 0; i < items.size(); i++) {
      Item item = items.get(i);
      for (List<Integer> earlier : List.of(item.needs(), item.after(), item.follows())) {
        waitsFor[i] += earlier.size();
        for (int other : earlier) {
          later.get(other).add(i);
        }
      }
      if (waitsFor[i] == 0) {
        ready(i);
      }
    }
  }

  private void ready(int item) {
    (commands.contains(item) ? commandsReady : loads).add(item);
  }

  /** Returns whether all is done. */
  boolean isOver() {
    return left == 0;
  }

  /** Returns whether nothing is being done now. */
  boolean isIdle() {
    return begun.isEmpty();
  }

  /** Begins the next item and returns it; returns nothing if no item is ready. */
  OptionalInt next() {
    if (begun.stream().anyMatch(commands::contains)) {
      return OptionalInt.empty();
    }
    PriorityQueue<Integer> first = loads.isEmpty() && isIdle() ? commandsReady : loads;
    Integer item = first.poll();
    if (item == null) {
      return OptionalInt.empty();
    }
    begun.add(item);
    return OptionalInt.of(item);
  }

  /**
   * Records the end of {@code item}.
   *
   * @param done whether it succeeded
   * @return the items that are skipped because of it
   */
  List<Skipped> end(int item, boolean done) {
    List<Skipped> skipped = new ArrayList<>();
    begun.remove(item);
    failed[item] = !done;
    Deque<Integer> ended = new ArrayDeque<>(List.of(item));
    while (!ended.isEmpty()) {
      left--;
      for (int other : later.get(ended.remove())) {
        waitsFor[other]--;
        if (waitsFor[other] > 0) {
          continue;
        }
        OptionalInt cause = causeToSkip(items.get(other));
        if (cause.isPresent()) {
          failed[other] = true;
          skipped.add(new Skipped(other, cause.getAsInt()));
          ended.add(other);
        } else {
          ready(other);
        }
      }
    }
    return skipped;
  }

  private OptionalInt causeToSkip(Item item) {
    for (int needed : item.needs()) {
      if (failed[needed]) {
        return OptionalInt.of(needed);
      }
    }
    for (int followed : item.follows()) {
      if (!failed[followed]) {
        return OptionalInt.empty();
      }
    }
    return item.follows().isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of(item.follows().get(0));
  }
}
