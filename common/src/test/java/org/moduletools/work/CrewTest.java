package org.moduletools.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrewTest {

  private final AtomicInteger left = new AtomicInteger();

  /** A machine that starts as many threads as {@link #left} says, and no more. */
  private Crew crewOf(int size, int startable) {
    left.set(startable);
    return new Crew(() -> size, thread -> {
      if (left.getAndDecrement() <= 0) {
        throw new OutOfMemoryError("unable to create native thread");
      }
      thread.start();
    });
  }

  @ParameterizedTest(name = "{0} startable")
  @ValueSource(ints = {0, 1, 2, 3})
  void doesAllTheWorkOnceHoweverManyThreadsCanBeStarted(int startable) {
    AtomicIntegerArray done = new AtomicIntegerArray(1000);

    crewOf(4, startable).forEach(done.length(), done::incrementAndGet);

    for (int i = 0; i < done.length(); i++) {
      assertThat(done.get(i)).isOne();
    }
  }

  @Test
  void runsOnAsManyThreadsAsItHasMembers() {
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    CyclicBarrier all = new CyclicBarrier(3);

    crewOf(3, 9).forEach(3, i -> {
      threads.add(Thread.currentThread());
      try {
        all.await();
      } catch (InterruptedException | BrokenBarrierException broken) {
        throw new AssertionError(broken);
      }
    });

    assertThat(threads).hasSize(3).contains(Thread.currentThread());
  }

  @Test
  void startsNoMoreThreadsThanThereIsWork() {
    crewOf(8, 8).forEach(2, i -> {});

    assertThat(left.get()).isEqualTo(7);
  }

  @ParameterizedTest(name = "{0} startable")
  @ValueSource(ints = {0, 3})
  void throwsWhatAThreadThrew(int startable) {
    Crew crew = crewOf(4, startable);

    assertThatThrownBy(() -> crew.forEach(100, i -> {
          if (i == 50) {
            throw new IllegalStateException("fifty");
          }
        }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("fifty");
    assertThatThrownBy(() -> crew.forEach(1, i -> {
          throw new StackOverflowError();
        }))
        .isInstanceOf(StackOverflowError.class);
  }

  /** The numbers below 1000 that follow {@code number} where each has two followers. */
  private static List<Integer> followers(int number) {
    return Stream.of(2 * number + 1, 2 * number + 2).filter(i -> i < 1000).toList();
  }

  @ParameterizedTest(name = "{0} startable")
  @ValueSource(ints = {0, 1, 3})
  void doesTheWorkThatWorkFindsOnce(int startable) {
    AtomicIntegerArray done = new AtomicIntegerArray(1000);

    crewOf(4, startable).forEachFrom(List.of(0), number -> {
      done.incrementAndGet(number);
      return followers(number);
    });

    for (int i = 0; i < done.length(); i++) {
      assertThat(done.get(i)).isOne();
    }
  }

  @Test
  void startsNoThreadForLittleWorkThatWorkFinds() {
    crewOf(4, 4).forEachFrom(List.of(500), CrewTest::followers);

    assertThat(left.get()).isEqualTo(4);
  }

  @ParameterizedTest(name = "from {0} on")
  @ValueSource(ints = {0, 700})
  void throwsWhatWorkThatWasFoundThrew(int from) {
    Crew crew = crewOf(4, 3);

    assertThatThrownBy(() -> crew.forEachFrom(List.of(0), number -> {
          if (number >= from) {
            throw new IllegalStateException("far enough");
          }
          return followers(number);
        }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("far enough");
  }

  @ParameterizedTest(name = "{0} startable")
  @ValueSource(ints = {0, 1})
  void beginsATaskOnAnotherThreadOrDoesItHere(int startable) {
    Thread thread = crewOf(2, startable).begin(Thread::currentThread).join();

    assertThat(thread.equals(Thread.currentThread())).isEqualTo(startable == 0);
  }

  @Test
  void runsHereWhatAPoolHasNoThreadFor() {
    AtomicInteger done = new AtomicInteger();

    Crew.orHere(task -> {
          throw new OutOfMemoryError("unable to create native thread");
        })
        .execute(done::incrementAndGet);

    assertThat(done.get()).isOne();
  }
}
