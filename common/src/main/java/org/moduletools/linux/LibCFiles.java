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

  /** The type is the struct's first member, whose lower half is enough for all there are. */
  @Override
  public OptionalLong fileSystemType(Path file) {
    if (!file.getFileSystem().equals(FileSystems.getDefault())) {
      return OptionalLong.empty();
    }
    byte[] status = new byte[STATFS_BYTES];
    if (libc.statfs(CString.of(file), status) != 0) {
      return OptionalLong.empty();
    }
    int type = ByteBuffer.wrap(status).order(ByteOrder.nativeOrder()).getInt();
    return OptionalLong.of(Integer.toUnsignedLong(type));
  }

  @Override
  public OptionalInt user() {
    return OptionalInt.of(libc.geteuid());
  }
}
