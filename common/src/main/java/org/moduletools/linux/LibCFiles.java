package org.moduletools.linux;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.moduletools.files.SystemFiles;

/** System calls about files, by the C library. */
record LibCFiles(LibC libc) implements SystemFiles {

  /** More than the 120 bytes of a 64-bit machine's {@code struct statfs} (bits/statfs.h). */
  private static final int STATFS_BYTES = 256;

  /**
   * Reads the struct's first member, of which 32 bits suffice. It has 32 or 64 bits, by the machine
   * (bits/statfs.h); where 64 are big-endian its upper half, which is 0, comes first.
   */
  @Override
  public OptionalLong fileSystemType(Path file) {
    if (!file.getFileSystem().equals(FileSystems.getDefault())) {
      return OptionalLong.empty();
    }
    byte[] status = new byte[STATFS_BYTES];
    if (libc.statfs(CString.of(file), status) != 0) {
      return OptionalLong.empty();
    }
    ByteBuffer first = ByteBuffer.wrap(status).order(ByteOrder.nativeOrder());
    int half = first.getInt();
    return OptionalLong.of(Integer.toUnsignedLong(half == 0 ? first.getInt() : half));
  }

  @Override
  public OptionalInt user() {
    return OptionalInt.of(libc.geteuid());
  }
}
