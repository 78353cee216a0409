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

  /** {@code root} is the folder that holds proc and etc. */
  LockHolders(Path root) {
    this.proc = root.resolve("proc");
    this.passwd = root.resolve("etc/passwd");
  }

  /**
   * Returns who keeps a lock on {@code file} that {@code wanted} cannot stand beside.
   *
   * @throws IOException if /proc/locks cannot be read
   */
  List<LockHolder> inTheWayOf(LockMode wanted, FileId file) throws IOException {
    List<LockHolder> found = new ArrayList<>();
    for (ProcLocks.Held held : ProcLocks.read(proc.resolve("locks"))) {
      if (held.file().equals(file) && isInTheWay(held.mode(), wanted)) {
        found.addAll(holders(held));
      }
    }
    return List.copyOf(found);
  }

  private static boolean isInTheWay(LockMode held, LockMode wanted) {
    return held == LockMode.EXCLUSIVE || wanted == LockMode.EXCLUSIVE;
  }

  private List<LockHolder> holders(ProcLocks.Held held) {
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
    return heirs.isEmpty() ? List.of(powerlessHeirOf(held.pid())) : heirs;
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
