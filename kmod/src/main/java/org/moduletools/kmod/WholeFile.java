package org.moduletools.kmod;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.moduletools.files.AtomicFile;

/** Writes a file so that nobody ever sees a part of it. */
final class WholeFile {

  private WholeFile() {}

  /**
   * Lets {@code file} hold {@code content}, and makes the folders above it. What is there and is no
   * ordinary file, such as /dev/stdout or a link, is written into.
   *
   * @throws IOException if that cannot be done; then an ordinary file is as it was
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
