package org.moduletools.modprobe;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.moduletools.kernel.LockTimeoutException;
import org.moduletools.kernel.TimeSource;
import org.moduletools.tree.LoadPlan;

/**
 * Does the items of a plan, several at the same time. All of them share one hold of the lock on
 * /proc/modules. It is released for a command, and from time to time when nothing is being loaded,
 * so that a removal gets its turn.
 */
final class PlanWalk implements AutoCloseable {

  /** The time after which no load is begun before the lock has been released once. */
  static final Duration LONGEST_HOLD = Duration.ofSeconds(1);

  /** Does one item. */
  interface Work {

    /** Returns whether {@code item} is a command. */
    boolean isCommand(int item);

    /**
     * Does {@code item}.
     *
     * @param needsMayBeGone whether a removal had its turn since those that it needs were loaded
     */
    ItemOutcome take(int item, boolean needsMayBeGone);
  }

  private final LoadPlan plan;
  private final Schedule schedule;
  private final Work work;
  private final Effects effects;
  private final TimeSource time;
  private final ReentrantLock mutex = new ReentrantLock();
  private final Condition changed = mutex.newCondition();
  private final Map<Integer, ItemOutcome> outcomes = new HashMap<>();
  private final Map<Integer, Integer> doneInHold = new HashMap<>();
  private boolean holds;
  private Duration heldSince = Duration.ZERO;
  private int numberOfHold;
  private int busy;
  private @Nullable Throwable failure;

  /** {@code effects} takes and releases the lock. */
  PlanWalk(LoadPlan plan, Schedule schedule, Work work, Effects effects, TimeSource time) {
    this.plan = plan;
    this.schedule = schedule;
    this.work = work;
    this.effects = effects;
    this.time = time;
  }

  /** Does items until there are no more. Each thread that shares the walk runs this. */
  void run() {
    for (OptionalInt item = next(); item.isPresent(); item = next()) {
      int number = item.getAsInt();
      try {
        end(number, work.take(number, needsMayBeGone(number)));
      } catch (RuntimeException | Error unforeseen) {
        fail(unforeseen);
      }
    }
  }

  /** Returns the item that this thread shall do, once there is one; nothing if all is done. */
  private OptionalInt next() {
    mutex.lock();
    try {
      while (isGoing()) {
        if (holds && time.now().minus(heldSince).compareTo(LONGEST_HOLD) >= 0) {
          if (schedule.isIdle()) {
            release();
            continue;
          }
        } else {
          OptionalInt item = schedule.next();
          if (item.isPresent() && isReadyFor(item.getAsInt())) {
            busy++;
            return item;
          }
        }
        if (isGoing()) {
          changed.awaitUninterruptibly();
        }
      }
      return OptionalInt.empty();
    } finally {
      mutex.unlock();
    }
  }

  private boolean isGoing() {
    return failure == null && !schedule.isOver();
  }

  /** Takes the lock for a load, or releases it for a command; returns false if that failed. */
  private boolean isReadyFor(int item) {
    if (work.isCommand(item)) {
      release();
    } else if (!holds) {
      try {
        effects.hold();
      } catch (LockTimeoutException locked) {
        endAllFrom(item, InsertException.because(String.valueOf(locked.getMessage())));
        return false;
      }
      holds = true;
      heldSince = time.now();
      numberOfHold++;
    }
    return true;
  }

  private void release() {
    effects.release();
    holds = false;
  }

  /** Nothing more can be loaded: all that is left fails for {@code reason}. */
  private void endAllFrom(int begun, InsertException reason) {
    OptionalInt item = OptionalInt.of(begun);
    while (item.isPresent()) {
      settle(item.getAsInt(), new ItemOutcome.Failed(List.of(), reason));
      item = schedule.next();
    }
  }

  private boolean needsMayBeGone(int item) {
    mutex.lock();
    try {
      for (int needed : plan.items().get(item).needs()) {
        if (doneInHold.getOrDefault(needed, 0) != numberOfHold) {
          return true;
        }
      }
      return false;
    } finally {
      mutex.unlock();
    }
  }

  private void end(int item, ItemOutcome outcome) {
    mutex.lock();
    try {
      busy--;
      settle(item, outcome);
    } finally {
      mutex.unlock();
    }
  }

  private void settle(int item, ItemOutcome outcome) {
    outcomes.put(item, outcome);
    doneInHold.put(item, numberOfHold);
    for (Schedule.Skipped skipped : schedule.end(item, outcome.isDone())) {
      ItemOutcome cause = outcomes.getOrDefault(skipped.cause(), outcome);
      outcomes.put(skipped.item(), cause.withoutMessages());
    }
    if (schedule.isOver()) {
      release();
    }
    changed.signalAll();
  }

  private void fail(Throwable unforeseen) {
    mutex.lock();
    try {
      busy--;
      failure = failure == null ? unforeseen : failure;
      changed.signalAll();
    } finally {
      mutex.unlock();
    }
  }

  /** Returns the result of {@code item}, once it has ended. */
  ItemOutcome outcome(int item) {
    mutex.lock();
    try {
      while (true) {
        ItemOutcome outcome = outcomes.get(item);
        if (outcome != null) {
          return outcome;
        }
        requireSound();
        changed.awaitUninterruptibly();
      }
    } finally {
      mutex.unlock();
    }
  }

  /** Throws here what one of the threads has thrown. */
  private void requireSound() {
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure instanceof RuntimeException exception) {
      throw exception;
    }
  }

  /** Returns when nothing is being done any more. */
  @Override
  public void close() {
    mutex.lock();
    try {
      while (isGoing() || busy > 0) {
        changed.awaitUninterruptibly();
      }
      release();
    } finally {
      mutex.unlock();
    }
  }
}
