package org.moduletools.kernel;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * Takes the lock on /proc/modules. It polls, because a blocked flock(2) could not be ended in time,
 * and because its holders must be examined: any user may read /proc/modules and so lock it. After a
 * hundred milliseconds, and again from then on, the holders are examined. If none of them could
 * load or unload a module, the work goes on without the lock. The longer the wait, the rarer this
 * is: while a process reads /proc/locks, no other can take or release a lock (fs/locks.c:
 * locks_start).
 *
 * <p>A waiting removal comes before later loads: {@link Turnstile}.
 */
public final class LockProtocol {

  private static final Duration LOOK_EVERY = Duration.ofMillis(100);
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(10);

  private final Path file;
  private final LockHolders holders;
  private final TimeSource time;
  private final Function<Path, Flock> flocks;
  private final Turnstile turnstile;

  /**
   * {@code root} is the folder that holds proc and etc: {@code /}, except in tests. {@code flocks}
   * returns locks on files, which are not held yet.
   */
  public LockProtocol(Path root, TimeSource time, Function<Path, Flock> flocks) {
    this.file = root.resolve("proc/modules");
    this.holders = new LockHolders(root);
    this.time = time;
    this.flocks = flocks;
    this.turnstile = new Turnstile(root, time, flocks, holders);
  }

  /**
   * As {@link Kernel#lock}.
   *
   * @throws LockTimeoutException as there
   */
  public ModulesLock take(LockMode mode, Duration patience, LockListener listener)
      throws LockTimeoutException {
    Duration left = patience;
    WaitNotice notice = new WaitNotice(time, listener, patience);
    if (mode == LockMode.SHARED) {
      left = turnstile.letRemovalsGoFirst(patience, notice);
    }
    Flock flock = flocks.apply(file);
    boolean done = false;
    try (Turnstile.Claim turn = turnstile.claim()) {
      await(flock, mode, left, turn, listener, notice);
      done = true;
      return flock::close;
    } catch (KernelException refused) {
      listener.unavailable(refused.call() + ": " + refused.getMessage());
      return () -> {};
    } finally {
      if (!done) {
        flock.close();
      }
    }
  }

  private void await(
      Flock flock,
      LockMode mode,
      Duration patience,
      Turnstile.Claim turn,
      LockListener listener,
      WaitNotice notice)
      throws KernelException, LockTimeoutException {
    Duration start = time.now();
    Duration nextLook = LOOK_EVERY;
    while (!flock.tryLock(mode)) {
      if (mode == LockMode.EXCLUSIVE) {
        turn.make();
      }
      Duration waited = time.now().minus(start);
      boolean last = waited.compareTo(patience) >= 0 || Thread.currentThread().isInterrupted();
      if (last || waited.compareTo(nextLook) >= 0) {
        if (last || !holders.areSurelyPowerful(mode, file)) {
          List<LockHolder> found = holders.keeping(mode, file);
          if (flock.tryLock(mode)) {
            return; // it was released meanwhile
          }
          if (powerful(found).isEmpty()) {
            listener.passingBy(found);
            return;
          }
          if (last) {
            throw new LockTimeoutException(powerful(found));
          }
        }
        notice.giveIfDue(() -> waitedFor(mode));
        nextLook = waited.plus(longer(LOOK_EVERY, waited.dividedBy(8)));
      }
      time.sleep(pause(waited, patience));
    }
  }

  /** Never empty: if no holder is powerful any more, the next look ends the wait. */
  private List<LockHolder> waitedFor(LockMode mode) {
    List<LockHolder> found = holders.keeping(mode, file);
    List<LockHolder> powerful = powerful(found);
    return powerful.isEmpty() ? found : powerful;
  }

  private static List<LockHolder> powerful(List<LockHolder> holders) {
    return holders.stream().filter(LockHolder::powerful).toList();
  }

  /** Short at first, so that a remover finds the gap between two loaders; never past the end. */
  private static Duration pause(Duration waited, Duration patience) {
    Duration pause = longer(SHORTEST_PAUSE, shorter(LONGEST_PAUSE, waited.dividedBy(16)));
    return shorter(pause, patience.minus(waited));
  }

  static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
