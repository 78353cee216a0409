package org.moduletools.files;

/**
 * The status of a file, as stat(2) returns it.
 *
 * @param mode its kind and permissions; an unknown kind is 0
 * @param device the number of its device
 * @param inode its inode number, or another number that is unique on the device
 * @param sizeBytes the size of its content
 * @param writtenNanos when its content was written, which a copy may keep: since 1970, in UTC
 * @param changedNanos when its inode last changed, or {@link #UNKNOWN}
 */
public record FileStatus(
    int mode, long device, long inode, long sizeBytes, long writtenNanos, long changedNanos) {

  /** The {@link #changedNanos} of a file system that does not record it. */
  public static final long UNKNOWN = Long.MIN_VALUE;

  /** include/uapi/linux/stat.h. */
  static final int KIND_BITS = 0170000;

  static final int DIRECTORY = 0040000;
  static final int REGULAR = 0100000;
  static final int LINK = 0120000;

  /** Returns whether it is a directory. */
  public boolean isDirectory() {
    return kind() == DIRECTORY;
  }

  /** Returns whether it is a regular file. */
  public boolean isRegular() {
    return kind() == REGULAR;
  }

  /** Returns whether it is a symbolic link, which then leads nowhere. */
  public boolean isLink() {
    return kind() == LINK;
  }

  /** Returns the bits of {@link #mode} for the kind. */
  public int kind() {
    return mode & KIND_BITS;
  }

  /** Returns whether both are of the same file, changed or not. */
  public boolean isSameFile(FileStatus other) {
    return device == other.device && inode == other.inode;
  }
}
