package org.moduletools.linux;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import org.graalvm.nativeimage.PinnedObject;
import org.graalvm.nativeimage.c.function.CFunction;
import org.graalvm.nativeimage.c.type.CCharPointer;
import org.moduletools.files.FileOpener;
import org.moduletools.files.OpenFile;

/**
 * Opens files without java.nio.channels' support for closing while other threads read, and reads
 * into arrays without an intermediate copy. Only a native executable can load this class. If a call
 * fails, Java repeats it, and reports the error.
 */
final class NativeOpener implements FileOpener {

  /** unistd.h. */
  private static final int SEEK_END = 2;

  private final LibC libc;

  NativeOpener(LibC libc) {
    this.libc = libc;
  }

  private static final class Functions {

    @CFunction
    static native long lseek(int descriptor, long offset, int from);

    @CFunction
    static native long pread(int descriptor, CCharPointer buffer, long lengthBytes, long offset);
  }

  @Override
  public OpenFile open(Path file) throws IOException {
    if (!file.getFileSystem().equals(FileSystems.getDefault())) {
      return FileOpener.BY_JAVA.open(file);
    }
    int descriptor = libc.open(CString.of(file.toString()), Descriptor.READ_ONLY_CLOSE_ON_EXEC);
    return descriptor < 0 ? FileOpener.BY_JAVA.open(file) : new NativeFile(libc, file, descriptor);
  }

  /** One that is open. */
  private record NativeFile(LibC libc, Path path, int descriptor) implements OpenFile {

    @Override
    public long sizeBytes() throws IOException {
      long end = Functions.lseek(descriptor, 0, SEEK_END);
      return end >= 0 ? end : Files.size(path); // such as of a pipe, which must not be opened twice
    }

    @Override
    public int read(long offset, byte[] to, int at, int length) throws IOException {
      int count;
      try (PinnedObject pinned = PinnedObject.create(to)) {
        CCharPointer target = pinned.addressOfArrayElement(at);
        count = (int) Functions.pread(descriptor, target, length, offset);
      }
      if (count >= 0) {
        return count == 0 ? -1 : count;
      }
      try (OpenFile again = FileOpener.BY_JAVA.open(path)) {
        return again.read(offset, to, at, length);
      }
    }

    @Override
    public void close() {
      libc.close(descriptor);
    }
  }
}
