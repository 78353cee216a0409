package org.moduletools.tree;

import java.util.List;

/**
 * What loading several modules means as a graph: each module once, and what has to come before it.
 * Whatever has nothing of this between it can be loaded at the same time.
 *
 * <p>Items are numbered from 0 in an order in which they could be loaded one after the other; each
 * names only lower numbers, so there are no circles, even where softdeps have some.
 *
 * @param items what is to be loaded
 * @param chains what each of the modules that were asked for means, in the order of asking
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
   * @param step the module, as it comes first in the order of loading
   * @param named whether it was asked for there, not brought by another
   * @param needs items that it needs: it cannot be loaded if one of them fails
   * @param after items that are done before, whether they fail or not: those of its softdeps, and
   *     what one alias means besides, whose order may decide which driver gets a device
   * @param follows items as whose post softdep alone it is there: it is done after them, and not
   *     done if all of them fail. Empty if anything else wants it
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
   * What loading one module means.
   *
   * @param module the module that was asked for
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
