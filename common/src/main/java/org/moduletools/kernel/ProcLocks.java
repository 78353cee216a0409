package org.moduletools.kernel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The flock(2) locks that /proc/locks, or the {@code lock:} lines of /proc/PID/fdinfo/FD, name
 * (fs/locks.c: lock_get_status):
 *
 * <pre>
 * 1: FLOCK  ADVISORY  READ  99 00:13:4026532062 0 EOF
 * 1: -&gt; FLOCK  ADVISORY  WRITE 104 00:13:4026532062 0 EOF     waits for the one above
 * </pre>
 */
final class ProcLocks {

  private ProcLocks() {}

  /**
   * A lock that is held.
   *
   * @param mode READ is shared, WRITE is exclusive
   * @param pid the process that asked for it; it may have ended while a child holds the lock
   * @param file the locked file
   */
  record Held(LockMode mode, long pid, FileId file) {}

  /**
   * Reads a file of such lines.
   *
   * @throws IOException if it cannot be read
   */
  static List<Held> read(Path file) throws IOException {
    return parse(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
  }

  /**
   * Returns the locks in {@code text}. Waiters, other kinds of lock and other lines are left out.
   */
  static List<Held> parse(String text) {
    List<Held> held = new ArrayList<>();
    text.lines().forEach(line -> held(line).ifPresent(held::add));
    return held;
  }

  private static Optional<Held> held(String line) {
    int start = line.indexOf(": ");
    if (line.startsWith("lock:")) {
      start = line.indexOf(": ", "lock:".length());
    }
    String[] words = line.substring(start + 1).strip().split("\\s+", -1);
    if (words.length < 5 || !words[0].equals("FLOCK")) {
      return Optional.empty();
    }
    Optional<LockMode> mode = mode(words[2]);
    Optional<FileId> file = FileId.parse(words[4]);
    try {
      long pid = Long.parseLong(words[3]);
      return mode.flatMap(how -> file.map(which -> new Held(how, pid, which)));
    } catch (NumberFormatException damaged) {
      return Optional.empty();
    }
  }

  private static Optional<LockMode> mode(String word) {
    return switch (word) {
      case "READ" -> Optional.of(LockMode.SHARED);
      case "WRITE" -> Optional.of(LockMode.EXCLUSIVE);
      default -> Optional.empty();
    };
  }
}
