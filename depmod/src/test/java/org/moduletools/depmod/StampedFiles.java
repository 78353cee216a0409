package org.moduletools.depmod;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.moduletools.files.FileStatus;
import org.moduletools.files.RealFiles;

/** Tells of files in a folder as they are, but that the test says when each has changed. */
final class StampedFiles extends RealFiles {

  private static final long LONG_AGO = 1_000_000_001;

  private final Map<String, Long> changes = new HashMap<>();
  private OptionalInt user = OptionalInt.empty();

  /** Lets the kernel tell that {@code number} is the user. */
  void runsAs(int number) {
    user = OptionalInt.of(number);
  }

  @Override
  public OptionalInt user() {
    return user;
  }

  /** Lets all files of that name have changed once more. */
  void touch(String name) {
    changes.merge(name, 1L, Long::sum);
  }

  @Override
  public List<Entry> list(Path directory) throws IOException {
    return super.list(directory).stream()
        .map(entry ->
            new Entry(entry.name(), entry.status().map(status -> stamped(entry.name(), status))))
        .toList();
  }

  private FileStatus stamped(String name, FileStatus status) {
    long change = LONG_AGO + changes.getOrDefault(name, 0L);
    boolean isFile = status.isRegular();
    return new FileStatus(
        status.mode(),
        status.device(),
        isFile ? name.hashCode() : status.inode(),
        1000,
        change,
        change);
  }

  @Override
  public long nowNanos() {
    return Long.MAX_VALUE;
  }

  @Override
  public boolean isLocal(Path file) {
    return true;
  }
}
