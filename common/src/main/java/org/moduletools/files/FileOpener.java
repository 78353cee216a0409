package org.moduletools.files;

import java.io.IOException;
import java.nio.file.Path;

/** Opens files. Safe for use by several threads. */
@FunctionalInterface
public interface FileOpener {

  /** Opens by java.nio.file, on any file system of Java's. */
  FileOpener BY_JAVA = ChannelFile::open;

  /**
   * Opens {@code file} for reading.
   *
   * @throws IOException if that cannot be done, or it is known not to be a regular file
   */
  OpenFile open(Path file) throws IOException;
}
