package org.moduletools.files;

import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * System calls about files, where java.nio.file would have to read /proc. Safe for use by several
 * threads.
 */
public interface SystemFiles {

  /** Returns nothing. */
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
   * Returns the type number of the file system that {@code file} is on, unsigned (statfs(2):
   * f_type), or nothing if the call fails.
   */
  OptionalLong fileSystemType(Path file);

  /** Returns this process' effective user number (geteuid(2)), if that is known. */
  OptionalInt user();
}
