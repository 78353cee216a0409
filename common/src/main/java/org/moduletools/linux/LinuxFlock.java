package org.moduletools.linux;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.moduletools.kernel.Errno;
import org.moduletools.kernel.Flock;
import org.moduletools.kernel.KernelException;
import org.moduletools.kernel.LockMode;

/**
 * An flock(2) lock on a file that is open for reading only. Java's own {@code FileChannel.lock} is
 * another kind of lock (fcntl(2)), and its exclusive form needs a file that can be written.
 */
final class LinuxFlock implements Flock {

  /** include/uapi/asm-generic/fcntl.h. */
  private static final int LOCK_SH = 1;

  private static final int LOCK_EX = 2;
  private static final int LOCK_NB = 4;
  private static final int LOCK_UN = 8;

  private final LibC libc;
  private final FlockFiles files;
  private final Path file;
  private @Nullable Descriptor open;

  /** Takes {@code file} from {@code files}, and gives it back there. */
  LinuxFlock(LibC libc, FlockFiles files, Path file) {
    this.libc = libc;
    this.files = files;
    this.file = file;
  }

  @Override
  public boolean tryLock(LockMode mode) throws KernelException {
    if (open == null) {
      open = files.take(file);
    }
    int operation = (mode == LockMode.SHARED ? LOCK_SH : LOCK_EX) | LOCK_NB;
    if (libc.flock(open.number(), operation) == 0) {
      return true;
    }
    int number = libc.errno();
    Errno errno = Errno.of(number);
    if (errno != Errno.EAGAIN && errno != Errno.EINTR) {
      throw new KernelException("flock", number);
    }
    return false;
  }

  @Override
  public void close() {
    if (open != null) {
      if (libc.flock(open.number(), LOCK_UN) == 0) {
        files.giveBack(file, open);
      } else {
        open.close();
      }
      open = null;
    }
  }
}
