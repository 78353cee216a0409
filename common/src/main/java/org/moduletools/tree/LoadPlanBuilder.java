package org.moduletools.tree;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.moduletools.config.Softdeps;
import org.moduletools.module.ModuleName;
import org.moduletools.tree.LoadPlan.Chain;
import org.moduletools.tree.LoadPlan.Item;
import org.moduletools.tree.LoadPlan.Link;

/**
 * Merges the load orders of several modules into one plan. In the concatenation of these orders
 * each module is numbered by its first occurrence; an edge between two modules counts only in this
 * direction.
 */
final class LoadPlanBuilder {

  /** An item that is not complete yet. */
  private static final class Draft {

    private final LoadStep step;
    private final boolean named;
    private final SortedSet<Integer> needs = new TreeSet<>();
    private final SortedSet<Integer> after = new TreeSet<>();
    private final SortedSet<Integer> follows = new TreeSet<>();
    private boolean wanted;

    Draft(LoadStep step, boolean named) {
      this.step = step;
      this.named = named;
      this.wanted = named;
    }

    /**
     * A module that is not only a post softdep comes after those that name it so, whether these
     * fail or not.
     */
    Item item() {
      if (wanted) {
        after.addAll(follows);
        follows.clear();
      }
      after.removeAll(needs);
      return new Item(step, named, List.copyOf(needs), List.copyOf(after), List.copyOf(follows));
    }
  }

  private final ModuleTree tree;
  private final boolean ignoreCommands;
  private final Map<ModuleName, Integer> numbers = new HashMap<>();
  private final List<Draft> drafts = new ArrayList<>();
  private final List<Chain> chains = new ArrayList<>();

  private LoadPlanBuilder(ModuleTree tree, boolean ignoreCommands) {
    this.tree = tree;
    this.ignoreCommands = ignoreCommands;
  }

  /**
   * Returns the plan for {@code asked}: for each requested name its modules.
   *
   * @param ignoreCommands as for {@link LoadOrder#of}
   */
  static LoadPlan of(List<List<ResolvedModule>> asked, boolean ignoreCommands, ModuleTree tree)
      throws IOException {
    LoadPlanBuilder builder = new LoadPlanBuilder(tree, ignoreCommands);
    for (List<ResolvedModule> modules : asked) {
      builder.add(modules);
    }
    for (int i = 0; i < builder.drafts.size(); i++) {
      builder.tie(i);
    }
    return new LoadPlan(builder.drafts.stream().map(Draft::item).toList(), builder.chains);
  }

  private void add(List<ResolvedModule> modules) throws IOException {
    List<Integer> earlier = new ArrayList<>();
    for (ResolvedModule module : modules) {
      List<Link> links = new ArrayList<>();
      for (LoadStep step : LoadOrder.of(module, ignoreCommands, tree)) {
        links.add(new Link(number(step, step.module().equals(module)), step.required()));
      }
      chains.add(new Chain(module, links));
      int own = number(module.name());
      drafts.get(own).wanted = true;
      drafts.get(own).after.addAll(earlier.stream().filter(other -> other < own).toList());
      earlier.add(own);
    }
  }

  private int number(LoadStep step, boolean named) {
    int known = number(step.module().name());
    if (known >= 0) {
      return known;
    }
    numbers.put(step.module().name(), drafts.size());
    drafts.add(new Draft(step, named));
    return drafts.size() - 1;
  }

  /** Returns the item of {@code module}, or -1 if it has none. */
  private int number(ModuleName module) {
    return numbers.getOrDefault(module, -1);
  }

  /** Adds the edges from an item to its needs and softdeps. */
  private void tie(int own) throws IOException {
    Draft draft = drafts.get(own);
    ModuleName module = draft.step.module().name();
    for (ModuleName needed : tree.needs(module)) {
      int other = number(needed);
      if (other >= 0 && other < own) {
        draft.needs.add(other);
        drafts.get(other).wanted = true;
      }
    }
    if (!draft.step.commands()) {
      return; // its softdeps are ignored too
    }
    Softdeps softdeps = tree.softdeps(module);
    for (int other : numbers(softdeps.pre())) {
      drafts.get(other).wanted = true;
      if (other < own) {
        draft.after.add(other);
      }
    }
    for (int other : numbers(softdeps.post())) {
      if (other > own) {
        drafts.get(other).follows.add(own);
      }
    }
  }

  private List<Integer> numbers(List<String> names) throws IOException {
    List<Integer> meant = new ArrayList<>();
    for (String name : names) {
      for (ResolvedModule module : tree.resolve(name)) {
        int number = number(module.name());
        if (number >= 0) {
          meant.add(number);
        }
      }
    }
    return meant;
  }
}
