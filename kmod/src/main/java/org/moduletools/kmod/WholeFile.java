package org.moduletools.kmod;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

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
      Files.createDirectories(folder);
    }
    boolean isSpecial = Files.exists(file, LinkOption.NOFOLLOW_LINKS)
        && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    if (isSpecial) {
      Files.write(file, content);
      return;
    }
    Path unfinished = file.resolveSibling(file.getFileName() + ".tmp");
    try {
      Files.write(unfinished, content);
      Files.move(
          unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }
}
