package org.moduletools.kmod;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.moduletools.files.AtomicFile;

/** Writes a file atomically, so that no reader sees a part of it. */
final class WholeFile {

  private WholeFile() {}

  /**
   * Replaces {@code file} by one that holds {@code content}, and makes the folders above it. An
   * existing special file or link, such as /dev/stdout, is written to.
   *
   * @throws IOException if that fails; then a regular file is unchanged
   */
  static void write(Path file, byte[] content) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      Files.createDirectories(folder, AtomicFile.permissions(folder, "rwxr-xr-x"));
    }
    boolean isSpecial = Files.exists(file, LinkOption.NOFOLLOW_LINKS)
        && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    if (isSpecial) {
      Files.write(file, content);
      return;
    }
    AtomicFile.replace(file, content, "rw-r--r--", ".tmp");
  }
}
