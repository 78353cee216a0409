package org.moduletools.kernel;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * Lets a removal have its turn. flock(2) has no queue: of loads that come one after the other, each
 * taking the shared lock before the last has given it back, a removal would wait for the end. So a
 * removal that has to wait locks a second file meanwhile, and a load that finds it locked waits
 * before it comes in.
 *
 * <p>It is a courtesy, and no lock: it has an end, and without it all is as safe. Nobody but root
 * can open the file, so no user can make others wait by it. The kernel's own loads do not wait: it
 * may be the init of a module that asks for them, while who loads that module has the shared lock.
 */
final class Turnstile {

  /** Which part of its patience a load waits at most, one in so many. */
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
   * Waits while a removal does, but not for longer than a third of {@code patience}; returns what
   * is left of that.
   *
   * @param notice tells after a second whose removal it is
   */
  Duration letRemovalsGoFirst(Duration patience, WaitNotice notice) {
    Duration start = time.now();
    try (Flock turn = flocks.apply(file)) {
      if (!turn.tryLock(LockMode.SHARED) && !isKernelsOwn()) {
        waitFor(turn, patience.dividedBy(COURTESY), notice);
      }
    } catch (KernelException noTurnstile) {
      // There is nothing that a removal could lock, or nothing that we may open.
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

  /** Returns whether the kernel has started this process, or a command that has. */
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

  /** A removal's turn: nobody's until it is claimed, and given back when it is closed. */
  static final class Claim implements AutoCloseable {

    private final Flock turn;
    private boolean settled;

    private Claim(Flock turn) {
      this.turn = turn;
    }

    /** Claims the turn if it is not held yet, unless it is another removal's just now. */
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
