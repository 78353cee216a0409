package org.moduletools.work;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** Items of work that threads share. The work on one may find further ones. */
final class GrowingWork<T> {

  private final Function<T, List<T>> work;
  private final Deque<T> waiting = new ArrayDeque<>();
  private int begun;
  private final Lock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  /**
   * The items {@code first}.
   *
   * @param work is done on an item, and returns further ones
   */
  GrowingWork(List<T> first, Function<T, List<T>> work) {
    this.work = work;
    first.forEach(waiting::push);
  }

  /**
   * Works on this thread, until nothing is left or {@code many} items wait. Returns their number.
   */
  int workUntil(int many) {
    while (!waiting.isEmpty() && waiting.size() < many) {
      finish(work.apply(next().orElseThrow()));
    }
    return waiting.size();
  }

  /** Works on this thread, beside others, until nothing is left and nothing is being done. */
  void work() {
    for (Optional<T> item = next(); item.isPresent(); item = next()) {
      List<T> further = List.of();
      try {
        further = work.apply(item.get());
      } finally {
        finish(further);
      }
    }
  }

  /** Returns an item to work on, which is to be finished; or nothing if none is left. */
  private Optional<T> next() {
    lock.lock();
    try {
      while (waiting.isEmpty() && begun > 0) {
        changed.awaitUninterruptibly();
      }
      if (waiting.isEmpty()) {
        return Optional.empty();
      }
      begun++;
      return Optional.of(waiting.pop());
    } finally {
      lock.unlock();
    }
  }

  private void finish(List<T> further) {
    lock.lock();
    try {
      further.forEach(waiting::push);
      begun--;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
