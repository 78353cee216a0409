package org.moduletools.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Lists directories and reads the status of files. Safe for use by several threads. */
public interface FileLister {

  /**
   * A name in a directory.
   *
   * @param name its name in the directory
   * @param isDirectory whether the directory itself states that it is another one, and no link to
   *     one. Its status is then not read
   * @param status of the file, links followed; of a symbolic link itself if that leads nowhere;
   *     nothing if it is not read or cannot be read
   */
  @SuppressWarnings("OptionalUsedAsFieldOrParameterType") // it is what two methods return
  record Entry(String name, boolean isDirectory, Optional<FileStatus> status) {

    /** An entry whose kind only its status states. */
    public Entry(String name, Optional<FileStatus> status) {
      this(name, false, status);
    }
  }

  /**
   * Returns the entries of {@code directory}, in no order.
   *
   * @throws IOException if it cannot be opened or read
   */
  List<Entry> list(Path directory) throws IOException;

  /** Returns the status of {@code file}, links followed. @throws IOException if it leads nowhere */
  FileStatus status(Path file) throws IOException;

  /**
   * Returns the status of {@code file}, links followed, or of the link itself if it leads nowhere.
   */
  Optional<FileStatus> statusOrLink(Path file);

  /** Returns the ownership of {@code file}, links followed, or nothing if it cannot be read. */
  default Optional<Ownership> ownership(Path file) {
    try {
      return Optional.of(Ownership.of(file));
    } catch (IOException notTold) {
      return Optional.empty();
    }
  }

  /**
   * Returns the clock's time since 1970, in UTC, as the status of a file that changes now will
   * state it.
   */
  long nowNanos();

  /**
   * Returns whether each change of {@code file} shows in its status: whether it is on a local file
   * system, not on one that other machines write to.
   */
  boolean isLocal(Path file);

  /** Returns this process' effective user number, if the system reports it. */
  default OptionalInt user() {
    return OptionalInt.empty();
  }
}
