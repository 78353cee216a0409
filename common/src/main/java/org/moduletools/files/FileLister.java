package org.moduletools.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Asks a file system for what it knows of files. May be used by several threads. */
public interface FileLister {

  /**
   * A name in a directory.
   *
   * @param path the directory's path and the name
   * @param name what the directory calls it
   * @param status of what it leads to; of a symbolic link itself if that leads nowhere; nothing if
   *     it cannot be told
   */
  @SuppressWarnings("OptionalUsedAsFieldOrParameterType") // it is what two methods return
  record Entry(Path path, String name, Optional<FileStatus> status) {}

  /**
   * Returns what is in {@code directory}, in no order.
   *
   * @throws IOException if it cannot be opened or read
   */
  List<Entry> list(Path directory) throws IOException;

  /**
   * Returns the status of what {@code file} leads to.
   *
   * @throws IOException if it leads nowhere
   */
  FileStatus status(Path file) throws IOException;

  /**
   * Returns the status of what {@code file} leads to, or of the link itself if it leads nowhere.
   */
  Optional<FileStatus> statusOrLink(Path file);

  /** Returns whose the file is that {@code file} leads to, or nothing if that cannot be told. */
  default Optional<Ownership> ownership(Path file) {
    try {
      return Optional.of(Ownership.of(file));
    } catch (IOException notTold) {
      return Optional.empty();
    }
  }

  /** Returns the clock's time since 1970, in UTC: what a file that changes now will state. */
  long nowNanos();

  /**
   * Returns whether a file's status tells each of its changes: whether {@code file} is on a file
   * system of this machine, not on one that others change without our kernel's knowledge.
   */
  boolean isLocal(Path file);

  /** Returns the number of the user that this process acts as, if the system tells it. */
  default OptionalInt user() {
    return OptionalInt.empty();
  }
}
