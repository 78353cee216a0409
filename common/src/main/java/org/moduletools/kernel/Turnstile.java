package org.moduletools.kernel;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * Gives a removal its turn. flock(2) has no queue: while loads overlap, each taking the shared lock
 * before the last has released it, a removal would wait until there are none. So a waiting removal
 * locks a second file, and a load that finds it locked waits first.
 *
 * <p>It is for fairness, not safety, and has a time limit. Only root can open the file, so no other
 * user can delay loads by it. The kernel's own loads do not wait: the init of a module may request
 * them while its loader holds the shared lock.
 */
final class Turnstile {

  /** A load waits for at most one part in this many of its patience. */
  private static final int COURTESY = 3;

  private static final Duration PAUSE = Duration.ofMillis(50);

  /** The process that is the parent of the kernel's threads and programs (kernel/kthread.c). */
  private static final long KTHREADD = 2;

  private final Path proc;
  private final Path file;
  private final TimeSource time;
  private final Function<Path, Flock> flocks;
  private final LockHolders holders;

  /**
   * {@code root} is the folder that holds proc; {@code flocks} makes locks on files, none of which
   * is held.
   */
  Turnstile(Path root, TimeSource time, Function<Path, Flock> flocks, LockHolders holders) {
    this.proc = root.resolve("proc");
    this.file = proc.resolve("vmallocinfo");
    this.time = time;
    this.flocks = flocks;
    this.holders = holders;
  }

  /**
   * Waits while a removal does, but not for longer than a third of {@code patience}; returns the
   * rest of it.
   *
   * @param notice reports the removal after a second
   */
  Duration letRemovalsGoFirst(Duration patience, WaitNotice notice) {
    Duration start = time.now();
    try (Flock turn = flocks.apply(file)) {
      if (!turn.tryLock(LockMode.SHARED) && !isKernelsOwn()) {
        waitFor(turn, patience.dividedBy(COURTESY), notice);
      }
    } catch (KernelException noTurnstile) {
      // The file does not exist, or may not be opened.
    }
    return patience.minus(time.now().minus(start));
  }

  private void waitFor(Flock turn, Duration longest, WaitNotice notice) throws KernelException {
    Duration start = time.now();
    Duration waited = Duration.ZERO;
    while (waited.compareTo(longest) < 0
        && !Thread.currentThread().isInterrupted()
        && !turn.tryLock(LockMode.SHARED)) {
      notice.giveIfDue(() -> holders.keeping(LockMode.SHARED, file));
      time.sleep(LockProtocol.shorter(PAUSE, longest.minus(waited)));
      waited = time.now().minus(start);
    }
  }

  /** Returns whether the kernel has started this process, directly or by a command. */
  private boolean isKernelsOwn() {
    Optional<ProcProcess> ancestor = ProcProcess.self(proc);
    while (ancestor.isPresent() && ancestor.get().pid() != KTHREADD) {
      ancestor = ancestor.get().parent();
    }
    return ancestor.isPresent();
  }

  /** Returns the turn that a removal may claim. */
  Claim claim() {
    return new Claim(flocks.apply(file));
  }

  /** A removal's turn: free until it is claimed, and released by closing it. */
  static final class Claim implements AutoCloseable {

    private final Flock turn;
    private boolean settled;

    private Claim(Flock turn) {
      this.turn = turn;
    }

    /** Claims the turn if it is not held yet, unless another removal has it. */
    void make() {
      try {
        settled = settled || turn.tryLock(LockMode.EXCLUSIVE);
      } catch (KernelException noTurnstile) {
        settled = true;
      }
    }

    @Override
    public void close() {
      turn.close();
    }
  }
}
