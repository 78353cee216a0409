package org.moduletools.modprobe;

import java.util.List;

/** The result of one item of a plan. */
sealed interface ItemOutcome {

  /** Returns its messages, which are not printed yet. */
  List<Runnable> messages();

  /** Returns whether the module is in the kernel, or its command was run. */
  boolean isDone();

  /** Returns the same without messages: for items that were not tried because of it. */
  ItemOutcome withoutMessages();

  /** It was loaded. */
  record Loaded(List<Runnable> messages) implements ItemOutcome {

    /** Copies {@code messages}. */
    public Loaded {
      messages = List.copyOf(messages);
    }

    @Override
    public boolean isDone() {
      return true;
    }

    @Override
    public ItemOutcome withoutMessages() {
      return new Loaded(List.of());
    }
  }

  /** It was not, for {@code reason}, which may be that it was loaded already. */
  record Failed(List<Runnable> messages, InsertException reason) implements ItemOutcome {

    /** Copies {@code messages}. */
    public Failed {
      messages = List.copyOf(messages);
    }

    @Override
    public boolean isDone() {
      return reason.alreadyLoaded();
    }

    @Override
    public ItemOutcome withoutMessages() {
      return new Failed(List.of(), reason);
    }
  }
}
