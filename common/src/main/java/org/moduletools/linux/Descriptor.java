package org.moduletools.linux;

import java.nio.file.Path;
import org.moduletools.kernel.Errno;
import org.moduletools.kernel.KernelException;

/**
 * A file open for reading, and closed on exec.
 *
 * @param libc the library that closes it
 * @param number its descriptor
 */
record Descriptor(LibC libc, int number) implements AutoCloseable {

  /** O_RDONLY | O_CLOEXEC (include/uapi/asm-generic/fcntl.h; the same on all our machines). */
  static final int READ_ONLY_CLOSE_ON_EXEC = 02000000;

  /** The same, without waiting for a pipe's writer (O_NONBLOCK). */
  static final int READ_ONLY_NEVER_WAITING = READ_ONLY_CLOSE_ON_EXEC | 04000;

  /**
   * Opens {@code file}, again after a signal.
   *
   * @throws KernelException if open(2) fails
   */
  static Descriptor open(LibC libc, Path file) throws KernelException {
    return open(libc, file, READ_ONLY_CLOSE_ON_EXEC);
  }

  /** As {@link #open(LibC, Path)}, with other flags of open(2). */
  static Descriptor open(LibC libc, Path file, int flags) throws KernelException {
    byte[] path = CString.of(file);
    while (true) {
      int number = libc.open(path, flags);
      if (number >= 0) {
        return new Descriptor(libc, number);
      }
      int errno = libc.errno();
      if (Errno.of(errno) != Errno.EINTR) {
        throw new KernelException("open", errno);
      }
    }
  }

  @Override
  public void close() {
    libc.close(number);
  }
}
