package org.moduletools.kernel;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds out from /proc who holds an flock(2) lock, and whether they could load a module.
 *
 * <p>/proc/locks names the process that asked for a lock. It may be gone while others hold the lock
 * through a descriptor that they inherited: {@code exec 9</proc/modules; flock 9} in a shell leaves
 * it so. Then those who could load a module are searched for that descriptor. Nobody searches the
 * descriptors of the powerless: there may be a million of them.
 */
final class LockHolders {

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
   * Returns who keeps a lock on {@code file} that {@code wanted} cannot stand beside.
   *
   * @throws IOException if /proc/locks cannot be read
   */
  List<LockHolder> inTheWayOf(LockMode wanted, FileId file) throws IOException {
    List<LockHolder> found = new ArrayList<>();
    for (ProcLocks.Held held : locks.read()) {
      if (held.file().equals(file) && isInTheWay(held.mode(), wanted)) {
        found.addAll(holders(held));
      }
    }
    return List.copyOf(found);
  }

  private static boolean isInTheWay(LockMode held, LockMode wanted) {
    return held == LockMode.EXCLUSIVE || wanted == LockMode.EXCLUSIVE;
  }

  /** Nobody, if the lock was given back meanwhile. */
  private List<LockHolder> holders(ProcLocks.Held held) throws IOException {
    ProcProcess taker = new ProcProcess(proc, held.pid());
    if (taker.exists()) {
      return List.of(taker.asHolder(passwd));
    }
    List<LockHolder> heirs = new ArrayList<>();
    for (ProcProcess process : processes()) {
      if (process.mayLoadModules() && process.holdsLockOn(held.file())) {
        heirs.add(process.asHolder(passwd));
      }
    }
    if (heirs.isEmpty() && locks.read().contains(held)) {
      return List.of(powerlessHeirOf(held.pid()));
    }
    return heirs;
  }

  private static LockHolder powerlessHeirOf(long pid) {
    return new LockHolder(pid, "gone", "unknown", false);
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
