package org.moduletools.kernel;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Locale;
import org.moduletools.files.MadeFiles;

/** A /proc of a few processes, some of which hold a lock on its file {@code modules}. */
final class ProcFixture {

  /** The process that runs the tests, as this /proc has it. */
  static final int SELF = 50;

  private static final String OUR_NAMESPACE = "user:[4026531837]";
  private static final String ALL_CAPABILITIES = "000001ffffffffff";
  private static final String NO_CAPABILITIES = "0000000000000000";

  private final Path root;
  private final MadeFiles files;

  ProcFixture() {
    Configuration configuration = Configuration.unix().toBuilder()
        .setAttributeViews("basic", "owner", "posix", "unix")
        .build();
    root = Jimfs.newFileSystem(configuration).getRootDirectories().iterator().next();
    files = new MadeFiles(root);
    write("proc/modules", "");
    write("proc/locks", "");
    write("etc/passwd", "root:x:0:0:root:/root:/bin/sh\nuser:x:1000:1000:user:/tmp:/bin/sh\n");
    link("proc/self", Integer.toString(SELF));
    rootProcess(SELF, "test");
  }

  Path root() {
    return root;
  }

  FileId modules() {
    return id("proc/modules");
  }

  private FileId id(String file) {
    try {
      return FileId.of(root.resolve(file));
    } catch (IOException unexpected) {
      throw new UncheckedIOException(unexpected);
    }
  }

  /** A process of root, with all capabilities. */
  void rootProcess(int pid, String command) {
    process(pid, command, "0\t0\t0\t0", ALL_CAPABILITIES, OUR_NAMESPACE);
  }

  /** A process of user 1000, without capabilities. */
  void userProcess(int pid, String command) {
    process(pid, command, "1000\t1000\t1000\t1000", NO_CAPABILITIES, OUR_NAMESPACE);
  }

  void process(int pid, String command, String uids, String capabilities, String namespace) {
    String folder = "proc/" + pid;
    write(folder + "/comm", command + "\n");
    write(
        folder + "/status",
        "Name:\t" + command + "\nUid:\t" + uids + "\nCapEff:\t" + capabilities + "\n");
    write(folder + "/fdinfo/0", "pos:\t0\nflags:\t0100000\n");
    link(folder + "/ns/user", namespace);
  }

  /** Lets {@code pid} have asked for the lock, and have it still if there is such a process. */
  void locked(int pid, String mode) {
    append("proc/locks", lockLine(pid, mode));
    if (Files.exists(root.resolve("proc/" + pid))) {
      inherited(pid, pid, mode);
    }
  }

  /** Adds the line of one that waits. */
  void waiting(int pid, String mode) {
    append("proc/locks", "1: " + lockLine(modules(), pid, mode, "-> "));
  }

  /** Lets a removal have locked {@code vmallocinfo}. */
  void waitsToRemove(int pid) {
    write("proc/vmallocinfo", "");
    String line = "1: " + lockLine(id("proc/vmallocinfo"), pid, "WRITE", "");
    append("proc/locks", line);
    write("proc/" + pid + "/fdinfo/8", "pos:\t0\nlock:\t" + line);
  }

  /** Lets descriptor 9 of {@code pid} have the lock that {@code taker} asked for. */
  void inherited(int pid, int taker, String mode) {
    write("proc/" + pid + "/fdinfo/9", "pos:\t0\nlock:\t" + lockLine(taker, mode));
  }

  void noLocks() {
    write("proc/locks", "");
  }

  void remove(String file) {
    try {
      Files.delete(root.resolve(file));
    } catch (IOException unexpected) {
      throw new UncheckedIOException(unexpected);
    }
  }

  void write(String file, String content) {
    files.file(file, content);
  }

  private void append(String file, String content) {
    try {
      write(file, Files.readString(root.resolve(file)) + content);
    } catch (IOException unexpected) {
      throw new UncheckedIOException(unexpected);
    }
  }

  /** The line of /proc/locks that tells of a lock of {@code pid}. */
  String lockLine(int pid, String mode) {
    return "1: " + lockLine(modules(), pid, mode, "");
  }

  private static String lockLine(FileId file, int pid, String mode, String arrow) {
    return String.format(
        Locale.ROOT,
        "%sFLOCK  ADVISORY  %s %d %02x:%02x:%d 0 EOF\n",
        arrow,
        mode,
        pid,
        file.major(),
        file.minor(),
        file.inode());
  }

  /** Lets {@code parent} have started {@code pid}. */
  void started(int parent, int pid) {
    append("proc/" + pid + "/status", "PPid:\t" + parent + "\n");
  }

  private void link(String file, String target) {
    if (Files.exists(root.resolve(file), LinkOption.NOFOLLOW_LINKS)) {
      remove(file);
    }
    files.link(file, target);
  }
}
