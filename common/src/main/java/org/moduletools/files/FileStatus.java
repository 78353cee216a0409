package org.moduletools.files;

/**
 * What stat(2) says of a file, as far as the file system knows it.
 *
 * @param mode its kind and permissions; a kind that is not known is 0
 * @param device the one it is on
 * @param inode its number there, or another number that tells it from all others
 * @param sizeBytes of what it holds
 * @param writtenNanos when its bytes were written, which a copy may keep: since 1970, in UTC
 * @param changedNanos when its inode last changed, or {@link #UNKNOWN}
 */
public record FileStatus(
    int mode, long device, long inode, long sizeBytes, long writtenNanos, long changedNanos) {

  /** The {@link #changedNanos} of a file system that does not tell. */
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

  /** Returns whether it holds bytes. */
  public boolean isRegular() {
    return kind() == REGULAR;
  }

  /** Returns whether it is a symbolic link, which then leads nowhere. */
  public boolean isLink() {
    return kind() == LINK;
  }

  /** Returns the bits of {@link #mode} that say what it is. */
  public int kind() {
    return mode & KIND_BITS;
  }

  /** Returns whether both are the same file, whatever has happened to it in between. */
  public boolean isSameFile(FileStatus other) {
    return device == other.device && inode == other.inode;
  }
}
