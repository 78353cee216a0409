package org.moduletools.tree;

import java.util.List;

/**
 * The steps that load several modules, as a graph: each module once, with the items that must come
 * before it. Items that are not ordered by the graph can be loaded concurrently.
 *
 * <p>Items are numbered from 0 in a possible load order. Each refers to lower numbers only, so
 * there are no cycles, even where softdeps have some.
 *
 * @param items the modules to load
 * @param chains for each requested module its steps, in the order of the request
 */
public record LoadPlan(List<Item> items, List<Chain> chains) {

  /** Copies the lists. */
  public LoadPlan {
    items = List.copyOf(items);
    chains = List.copyOf(chains);
  }

  /**
   * One module to load.
   *
   * @param step its first step in the load order
   * @param named whether it was requested there, not brought by another
   * @param needs items that it needs: it cannot be loaded if one of them fails
   * @param after items that come before it, whether they fail or not: those of its softdeps, and
   *     other modules of the same alias, whose order may decide which driver gets a device
   * @param follows items with it as a post softdep, if only these bring it: it comes after them,
   *     and is skipped if all of them fail. Empty if another item brings it
   */
  public record Item(
      LoadStep step,
      boolean named,
      List<Integer> needs,
      List<Integer> after,
      List<Integer> follows) {

    /** Copies the lists. */
    public Item {
      needs = List.copyOf(needs);
      after = List.copyOf(after);
      follows = List.copyOf(follows);
    }
  }

  /**
   * The steps that load one module.
   *
   * @param module the requested module
   * @param links its items, as {@link ModuleTree#loadOrder} has their steps
   */
  public record Chain(ResolvedModule module, List<Link> links) {

    /** Copies {@code links}. */
    public Chain {
      links = List.copyOf(links);
    }
  }

  /**
   * An item as a part of a chain.
   *
   * @param item its number
   * @param required whether the chain's module fails with it
   */
  public record Link(int item, boolean required) {}
}
