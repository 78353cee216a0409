package org.moduletools.work;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;

/**
 * Threads that share work with the calling one. Where no further thread can be started, as under a
 * limit of processes (setrlimit(2): RLIMIT_NPROC), the existing ones do all the work, which then
 * takes longer.
 */
public final class Crew {

  /** The calling thread alone. */
  public static final Crew ALONE = new Crew(() -> 1, Thread::start);

  /** As many as there are processors. */
  public static final Crew OF_PROCESSORS =
      new Crew(() -> Runtime.getRuntime().availableProcessors(), Thread::start);

  /**
   * With fewer items, the start of a thread would take longer than their work, if that is short.
   */
  private static final int WORTH_THREADS = 8;

  private final IntSupplier size;
  private final Consumer<Thread> starter;

  Crew(IntSupplier size, Consumer<Thread> starter) {
    this.size = size;
    this.starter = starter;
  }

  /** Returns the number of threads, if so many can be started. */
  public int size() {
    return size.getAsInt();
  }

  private void run(int threads, Runnable work) {
    Supplier<Boolean> task = () -> {
      work.run();
      return true;
    };
    List<CompletableFuture<Boolean>> ends = new ArrayList<>();
    for (int i = 1; i < threads; i++) {
      ends.add(begin(task));
    }
    ends.add(here(task));
    try {
      CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new)).join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof Error error) {
        throw error;
      }
      throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
    }
  }

  /**
   * Runs {@code work} for each number below {@code count}, in no order, on these threads and the
   * calling one. All of them have ended when this returns, or throws an exception of one of them.
   */
  public void forEach(int count, IntConsumer work) {
    forEach(count, () -> work, IntConsumer::accept);
  }

  /** As {@link #forEach(int, IntConsumer)}, where each thread gets a tool of its own. */
  public <T> void forEach(int count, Supplier<T> tools, ObjIntConsumer<T> work) {
    AtomicInteger next = new AtomicInteger();
    run(Math.min(size.getAsInt(), count), () -> {
      T tool = tools.get();
      for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
        work.accept(tool, i);
      }
    });
  }

  /**
   * Runs {@code work} for each of {@code first}, and for each item that it returns for another, in
   * no order. As long as few items wait, the calling thread works alone. All threads have ended
   * when this returns, or throws an exception of one of them.
   */
  public <T> void forEachFrom(List<T> first, Function<T, List<T>> work) {
    GrowingWork<T> growing = new GrowingWork<>(first, work);
    int waiting = growing.workUntil(WORTH_THREADS);
    run(Math.min(size.getAsInt(), waiting / 2), growing::work);
  }

  /** Starts {@code task} on another thread, or runs it on this one; the result gets its value. */
  public <T> CompletableFuture<T> begin(Supplier<T> task) {
    CompletableFuture<T> value = new CompletableFuture<>();
    Thread thread = new Thread(() -> complete(value, task));
    thread.setDaemon(true);
    try {
      starter.accept(thread);
      return value;
    } catch (OutOfMemoryError noThread) { // Java's form of EAGAIN of clone(2)
      return here(task);
    }
  }

  /**
   * Returns an executor that runs a task in {@code pool}, or in the caller where no thread can be
   * started.
   */
  public static Executor orHere(Executor pool) {
    return task -> {
      try {
        pool.execute(task);
      } catch (OutOfMemoryError noThread) {
        task.run();
      }
    };
  }

  private static <T> CompletableFuture<T> here(Supplier<T> task) {
    CompletableFuture<T> value = new CompletableFuture<>();
    complete(value, task);
    return value;
  }

  private static <T> void complete(CompletableFuture<T> value, Supplier<T> task) {
    try {
      value.complete(task.get());
    } catch (RuntimeException | Error failed) {
      value.completeExceptionally(failed);
    }
  }
}
