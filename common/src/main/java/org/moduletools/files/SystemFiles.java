package org.moduletools.files;

import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What a kernel tells by system calls, where java.nio.file would have to look into /proc. May be
 * used by several threads.
 */
public interface SystemFiles {

  /** Knows nothing. */
  SystemFiles NONE = new SystemFiles() {

    @Override
    public OptionalLong fileSystemType(Path file) {
      return OptionalLong.empty();
    }

    @Override
    public OptionalInt user() {
      return OptionalInt.empty();
    }
  };

  /**
   * Returns the number of the kind of file system that {@code file} is on, unsigned (statfs(2):
   * f_type), or nothing if that cannot be told.
   */
  OptionalLong fileSystemType(Path file);

  /** Returns the number of the user that this process acts as (geteuid(2)), if that is known. */
  OptionalInt user();
}
