package org.moduletools.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/**
 * The owner, group and permissions of a file.
 *
 * @param user the number of its owner
 * @param group the number of its group
 * @param mode its kind and permissions, as in {@link FileStatus}
 */
public record Ownership(int user, int group, int mode) {

  /** The number of the superuser, and of its group. */
  public static final int ROOT = 0;

  /** include/uapi/linux/stat.h. */
  private static final int STICKY = 01000;

  private static final int GROUP_MAY_WRITE = 0020;
  private static final int OTHERS_MAY_WRITE = 0002;

  /**
   * Returns the ownership of {@code path}, or with {@code NOFOLLOW_LINKS} of a link itself.
   *
   * @throws IOException if it is not there, or its file system has no owners
   */
  public static Ownership of(Path path, LinkOption... options) throws IOException {
    if (!path.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      throw new IOException(path + " is on a file system without owners");
    }
    Map<String, Object> attributes = Files.readAttributes(path, "unix:uid,gid,mode", options);
    return new Ownership(
        number(attributes, "uid"), number(attributes, "gid"), number(attributes, "mode"));
  }

  private static int number(Map<String, Object> attributes, String name) {
    return (Integer) Objects.requireNonNull(attributes.get(name));
  }

  /** Returns whether it is a directory. */
  public boolean isDirectory() {
    return kind() == FileStatus.DIRECTORY;
  }

  /** Returns whether it is a regular file. */
  public boolean isRegular() {
    return kind() == FileStatus.REGULAR;
  }

  private int kind() {
    return mode & FileStatus.KIND_BITS;
  }

  /** Returns whether others than its owner may write to it. */
  public boolean isOpenToOthers() {
    return may(GROUP_MAY_WRITE | OTHERS_MAY_WRITE);
  }

  /** Returns whether others than root may write to it, or its owner may let them. */
  public boolean isOpenToOthersThanRoot() {
    return user != ROOT || may(OTHERS_MAY_WRITE) || (group != ROOT && may(GROUP_MAY_WRITE));
  }

  /** Returns whether only the owner of a file can remove it from this directory. */
  public boolean isSticky() {
    return may(STICKY);
  }

  private boolean may(int bits) {
    return (mode & bits) != 0;
  }
}
