package org.moduletools.kernel;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the holders of an flock(2) lock in /proc, and whether they could load a module.
 *
 * <p>/proc/locks names the process that asked for a lock. It may be gone while others hold the lock
 * through a descriptor that they inherited: {@code exec 9</proc/modules; flock 9} in a shell leaves
 * it so. Its number may even be that of another process by now, which a user can bring about. Then
 * the processes that could load a module are searched for that descriptor. The descriptors of
 * others are not searched: there may be a million of them. For the same reason each process is
 * examined once, however many locks it has.
 */
final class LockHolders {

  /** The number of attempts to find a holder. */
  private static final int GLANCES = 20;

  private final Path proc;
  private final Path passwd;
  private final Locks locks;

  /** Reads the locks that are held now. */
  interface Locks {
    List<ProcLocks.Held> read() throws IOException;
  }

  /** {@code root} is the folder that holds proc and etc. */
  LockHolders(Path root) {
    this(root, () -> ProcLocks.read(root.resolve("proc/locks")));
  }

  /** As above, with {@code locks} in place of /proc/locks. */
  LockHolders(Path root, Locks locks) {
    this.proc = root.resolve("proc");
    this.passwd = root.resolve("etc/passwd");
    this.locks = locks;
  }

  /**
   * Returns the processes that now hold a lock on {@code file} which excludes {@code wanted}. The
   * list is never empty: a holder that /proc does not show is {@link LockHolder#UNSEEN}. It is read
   * several times, since a process that takes and releases a lock all the time may hold none at the
   * moment of one reading.
   */
  List<LockHolder> keeping(LockMode wanted, Path file) {
    try {
      FileId id = FileId.of(file);
      for (int glance = 0; glance < GLANCES; glance++) {
        List<LockHolder> found = inTheWayOf(wanted, id);
        if (!found.isEmpty()) {
          return found;
        }
      }
      return List.of(LockHolder.UNSEEN);
    } catch (IOException notTold) {
      return List.of(LockHolder.UNSEEN);
    }
  }

  /**
   * Returns whether one of the processes that asked for such a lock still holds it and could load a
   * module. It examines no more of them than it must: two hundred loads may hold the lock. If it
   * returns false, {@link #keeping} may still find one.
   */
  boolean areSurelyPowerful(LockMode wanted, Path file) {
    try {
      FileId id = FileId.of(file);
      return takers(wanted, id).stream()
          .map(pid -> new ProcProcess(proc, pid))
          .anyMatch(taker -> taker.exists() && taker.mayLoadModules() && mayHoldLock(taker, id));
    } catch (IOException notTold) {
      return false;
    }
  }

  private static boolean mayHoldLock(ProcProcess process, FileId file) {
    return process.holdsLockOn(file).orElse(true);
  }

  /**
   * Returns the holders of locks on {@code file} that exclude {@code wanted}.
   *
   * @throws IOException if /proc/locks cannot be read
   */
  List<LockHolder> inTheWayOf(LockMode wanted, FileId file) throws IOException {
    List<LockHolder> found = new ArrayList<>();
    Set<Long> gone = new LinkedHashSet<>();
    for (long pid : takers(wanted, file)) {
      ProcProcess taker = new ProcProcess(proc, pid);
      LockHolder holder = taker.asHolder(passwd);
      if (taker.exists() && (!holder.powerful() || mayHoldLock(taker, file))) {
        found.add(holder);
      } else {
        gone.add(pid);
      }
    }
    if (!gone.isEmpty()) {
      gone.retainAll(takers(wanted, file)); // mostly they have released it before they ended
    }
    if (!gone.isEmpty()) {
      found.addAll(heirsOf(gone, wanted, file));
    }
    return List.copyOf(found);
  }

  /** Returns the numbers of the processes that asked for these locks. */
  private Set<Long> takers(LockMode wanted, FileId file) throws IOException {
    Set<Long> takers = new LinkedHashSet<>();
    for (ProcLocks.Held held : locks.read()) {
      if (held.file().equals(file) && isInTheWay(held.mode(), wanted)) {
        takers.add(held.pid());
      }
    }
    return takers;
  }

  private static boolean isInTheWay(LockMode held, LockMode wanted) {
    return held == LockMode.EXCLUSIVE || wanted == LockMode.EXCLUSIVE;
  }

  /**
   * Returns the powerful processes that hold locks which {@code gone} asked for. If there are none,
   * a powerless process holds them, or they have been released meanwhile.
   */
  private List<LockHolder> heirsOf(Set<Long> gone, LockMode wanted, FileId file)
      throws IOException {
    List<LockHolder> heirs = new ArrayList<>();
    for (ProcProcess process : processes()) {
      if (process.mayLoadModules() && process.holdsLockOn(file).orElse(false)) {
        heirs.add(process.asHolder(passwd));
      }
    }
    if (heirs.isEmpty()) {
      gone.retainAll(takers(wanted, file));
      gone.forEach(pid -> heirs.add(new LockHolder(pid, "gone", "unknown", false)));
    }
    return heirs;
  }

  private List<ProcProcess> processes() {
    List<ProcProcess> processes = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(proc, "[0-9]*")) {
      for (Path entry : entries) {
        processes.add(new ProcProcess(proc, Long.parseLong(entry.getFileName().toString())));
      }
    } catch (IOException | DirectoryIteratorException | NumberFormatException noMore) {
      return processes;
    }
    return processes;
  }
}
