package org.moduletools.files;

/**
 * The file systems that only one kernel writes to, so that each change of a file shows in its
 * status.
 */
enum LocalFileSystem {
  BCACHEFS("bcachefs", 0xca451a4eL),
  BTRFS("btrfs", 0x9123683eL),
  EXT4("ext4", 0xef53L),
  F2FS("f2fs", 0xf2f52010L),
  JFS("jfs", 0x3153464aL),
  NILFS2("nilfs2", 0x3434L),
  OVERLAY("overlay", 0x794c7630L),
  TMPFS("tmpfs", 0x01021994L),
  UBIFS("ubifs", 0x24051905L),
  XFS("xfs", 0x58465342L),
  ZFS("zfs", 0x2fc12fc1L);

  /** The name in /proc/mounts. */
  private final String text;

  /**
   * The number in statfs(2): include/uapi/linux/magic.h, fs/jfs/jfs_superblock.h, fs/ubifs/ubifs.h;
   * OpenZFS, include/sys/fs/zfs.h. ext2, ext3 and ext4 share a number and a driver; a file system
   * that counts whole seconds shows that by its times.
   */
  private final long type;

  LocalFileSystem(String text, long type) {
    this.text = text;
    this.type = type;
  }

  /** Returns whether /proc/mounts calls one of them {@code name}. */
  static boolean hasName(String name) {
    for (LocalFileSystem one : values()) {
      if (one.text.equals(name)) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether {@code type} is the number of one of them in statfs(2). */
  static boolean hasType(long type) {
    for (LocalFileSystem one : values()) {
      if (one.type == type) {
        return true;
      }
    }
    return false;
  }
}
