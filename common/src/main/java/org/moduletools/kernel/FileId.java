package org.moduletools.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The identity of a file.
 *
 * @param major the major number of its device
 * @param minor the minor number of its device
 * @param inode its number on that device
 */
record FileId(long major, long minor, long inode) {

  /** Reads {@code 00:13:4026532062}: the device in hexadecimal, the inode in decimal digits. */
  static Optional<FileId> parse(String text) {
    String[] parts = text.split(":", -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    try {
      return Optional.of(new FileId(
          Long.parseLong(parts[0], 16), Long.parseLong(parts[1], 16), Long.parseLong(parts[2])));
    } catch (NumberFormatException damaged) {
      return Optional.empty();
    }
  }

  /**
   * Returns the id of the file at {@code path}, links followed.
   *
   * @throws IOException if there is none
   */
  static FileId of(Path path) throws IOException {
    long device = (Long) Files.getAttribute(path, "unix:dev");
    Number inode = (Number) Files.getAttribute(path, "unix:ino");
    return of(device, inode.longValue());
  }

  /** As glibc's gnu_dev_major and gnu_dev_minor split st_dev (sys/sysmacros.h). */
  static FileId of(long device, long inode) {
    long major = (device >>> 8 & 0xfff) | (device >>> 32 & ~0xfffL);
    long minor = (device & 0xff) | (device >>> 12 & ~0xffL);
    return new FileId(major, minor, inode);
  }
}
