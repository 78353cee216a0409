package org.moduletools.files;

import java.io.IOException;
import java.nio.file.Path;

/** Opens files. May be used by several threads. */
@FunctionalInterface
public interface FileOpener {

  /** Opens by java.nio.file, in every file system that Java knows. */
  FileOpener BY_JAVA = ChannelFile::open;

  /**
   * Opens {@code file} for reading.
   *
   * @throws IOException if that cannot be done, or it is known not to be a regular file
   */
  OpenFile open(Path file) throws IOException;
}
