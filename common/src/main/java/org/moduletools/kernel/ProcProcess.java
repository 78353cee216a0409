package org.moduletools.kernel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One process as its folder /proc/PID shows it (proc(5)). It may end at any moment. Its status is
 * read once.
 */
final class ProcProcess {

  /** include/uapi/linux/capability.h. */
  private static final int CAP_SYS_MODULE = 16;

  private final Path proc;
  private final Path folder;
  private final long pid;
  private @Nullable String status;

  /** The process {@code pid}, which may not exist. */
  ProcProcess(Path proc, long pid) {
    this.proc = proc;
    this.folder = proc.resolve(Long.toString(pid));
    this.pid = pid;
  }

  /** Returns the process that runs this program, if proc shows it. */
  static Optional<ProcProcess> self(Path proc) {
    try {
      return number(Files.readSymbolicLink(proc.resolve("self")).toString())
          .map(pid -> new ProcProcess(proc, pid));
    } catch (IOException notTold) {
      return Optional.empty();
    }
  }

  /** Returns the process that waits for the end of this one, unless it is outside of this proc. */
  Optional<ProcProcess> parent() {
    return status("PPid")
        .flatMap(ProcProcess::number)
        .filter(parent -> parent != 0)
        .map(parent -> new ProcProcess(proc, parent));
  }

  long pid() {
    return pid;
  }

  /** Returns whether there is such a process. */
  boolean exists() {
    return Files.isDirectory(folder);
  }

  /** Returns the process as the holder of a lock; user numbers get their names from passwd(5). */
  LockHolder asHolder(Path passwd) {
    String uid = status("Uid").map(uids -> uids.split("\\s+", -1)[0]).orElse("unknown");
    return new LockHolder(pid, command(), userName(passwd, uid), mayLoadModules());
  }

  /**
   * Returns whether the process could load or unload modules of this kernel, or may be one that
   * could. It needs CAP_SYS_MODULE in the first user namespace, which is this process' own if it
   * has any power: root of a container with a namespace of its own is powerless. A set-user-ID
   * program counts as powerless too: the user that started it, and may hold the lock through it,
   * was not root.
   */
  boolean mayLoadModules() {
    Optional<String> uids = status("Uid");
    if (uids.isEmpty()) {
      return true;
    }
    if (isInAnotherUserNamespace()) {
      return false;
    }
    String[] realAndEffective = uids.get().split("\\s+", -1);
    if (realAndEffective.length > 1 && !realAndEffective[0].equals(realAndEffective[1])) {
      return false;
    }
    return status("CapEff").map(ProcProcess::hasCapability).orElse(realAndEffective[0].equals("0"));
  }

  /**
   * Returns whether one of the process' descriptors has an flock(2) lock on {@code file}; nothing
   * if that may not be read, or the process has ended.
   */
  Optional<Boolean> holdsLockOn(FileId file) {
    try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(folder.resolve("fdinfo"))) {
      for (Path descriptor : descriptors) {
        if (hasLock(descriptor, file)) {
          return Optional.of(true);
        }
      }
      return Optional.of(false);
    } catch (IOException | DirectoryIteratorException notTold) {
      return Optional.empty();
    }
  }

  private static boolean hasLock(Path fdinfo, FileId file) {
    try {
      return ProcLocks.read(fdinfo).stream().anyMatch(held -> held.file().equals(file));
    } catch (IOException closedMeanwhile) {
      return false;
    }
  }

  private static Optional<Long> number(String digits) {
    try {
      return Optional.of(Long.parseLong(digits));
    } catch (NumberFormatException damaged) {
      return Optional.empty();
    }
  }

  private static boolean hasCapability(String hexadecimalSet) {
    try {
      return (Long.parseUnsignedLong(hexadecimalSet, 16) >>> CAP_SYS_MODULE & 1) == 1;
    } catch (NumberFormatException damaged) {
      return true;
    }
  }

  private boolean isInAnotherUserNamespace() {
    try {
      Path ours = Files.readSymbolicLink(proc.resolve("self").resolve("ns").resolve("user"));
      Path its = Files.readSymbolicLink(folder.resolve("ns").resolve("user"));
      return !ours.equals(its);
    } catch (IOException notTold) {
      return false;
    }
  }

  private String command() {
    return text(folder.resolve("comm"))
        .map(String::strip)
        .map(name -> name.replaceAll("[^ -~]", "?"))
        .orElse("unknown");
  }

  /** Returns the value of a line of the status; nothing if the process has ended. */
  private Optional<String> status(String key) {
    if (status == null) {
      status = text(folder.resolve("status")).orElse("");
    }
    return status
        .lines()
        .filter(line -> line.startsWith(key + ":"))
        .map(line -> line.substring(key.length() + 1).strip())
        .findFirst();
  }

  private static String userName(Path passwd, String uid) {
    return text(passwd)
        .flatMap(text -> text.lines()
            .map(line -> line.split(":", 4))
            .filter(fields -> fields.length > 3 && fields[2].equals(uid))
            .map(fields -> fields[0])
            .findFirst())
        .orElse(uid);
  }

  private static Optional<String> text(Path file) {
    try {
      return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
    } catch (IOException notThere) {
      return Optional.empty();
    }
  }
}
