package org.moduletools.linux;

import org.graalvm.nativeimage.PinnedObject;
import org.graalvm.nativeimage.UnmanagedMemory;
import org.graalvm.nativeimage.c.function.CFunction;
import org.graalvm.nativeimage.c.function.CFunction.Transition;
import org.graalvm.nativeimage.c.type.CCharPointer;
import org.graalvm.nativeimage.c.type.CIntPointer;

/**
 * The C library that the native executable is linked with. Only such an executable can load this
 * class.
 */
final class NativeLibC implements LibC {

  private static final byte[] FORMAT = CString.of("%s");

  /** errno is saved after each call: the collector makes system calls of its own. */
  private final ThreadLocal<Integer> errno = ThreadLocal.withInitial(() -> 0);

  /**
   * The functions by their names in C. While one runs, other threads may collect garbage, but for
   * the pinned arrays. Variadic ones are called as any other: that is right on x86-64 and on ARM's
   * 64-bit Linux.
   */
  private static final class Functions {

    @CFunction
    static native int open(CCharPointer path, int flags);

    @CFunction
    static native int close(int descriptor);

    @CFunction
    static native long pread(int descriptor, CCharPointer buffer, long lengthBytes, long offset);

    @CFunction
    static native int flock(int descriptor, int operation);

    @CFunction
    static native long syscall(long number, long descriptor, CCharPointer parameters, long flags);

    @CFunction
    static native long syscall(
        long number, CCharPointer image, long lengthBytes, CCharPointer parameters);

    @CFunction
    static native long syscall(long number, CCharPointer name, long flags);

    @CFunction
    static native int isatty(int descriptor);

    @CFunction
    static native int uname(CCharPointer buffer);

    @CFunction
    static native int statfs(CCharPointer path, CCharPointer buffer);

    @CFunction
    static native int geteuid();

    @CFunction
    static native int setenv(CCharPointer name, CCharPointer value, int overwrite);

    @CFunction
    static native int system(CCharPointer command);

    @CFunction
    static native void openlog(CCharPointer ident, int option, int facility);

    @CFunction
    static native void syslog(int priority, CCharPointer format, CCharPointer text);

    @CFunction
    static native int klogctl(int type, CCharPointer buffer, int lengthBytes);

    /** Where errno is (glibc and musl, errno.h); nothing may come between the call and it. */
    @CFunction(value = "__errno_location", transition = Transition.NO_TRANSITION)
    static native CIntPointer errnoLocation();
  }

  @Override
  public int open(byte[] path, int flags) {
    try (PinnedObject pinned = PinnedObject.create(path)) {
      return (int) noted(Functions.open(bytes(pinned), flags));
    }
  }

  @Override
  public int close(int descriptor) {
    return (int) noted(Functions.close(descriptor));
  }

  @Override
  public long pread(int descriptor, byte[] buffer, long offset) {
    try (PinnedObject pinned = PinnedObject.create(buffer)) {
      return noted(Functions.pread(descriptor, bytes(pinned), buffer.length, offset));
    }
  }

  @Override
  public int flock(int descriptor, int operation) {
    return (int) noted(Functions.flock(descriptor, operation));
  }

  @Override
  public long finitModule(long number, int descriptor, byte[] parameters, int flags) {
    try (PinnedObject pinned = PinnedObject.create(parameters)) {
      return noted(Functions.syscall(number, descriptor, bytes(pinned), flags));
    }
  }

  @Override
  public long initModule(long number, byte[] image, byte[] parameters) {
    try (PinnedObject pinnedImage = PinnedObject.create(image);
        PinnedObject pinned = PinnedObject.create(parameters)) {
      return noted(Functions.syscall(number, bytes(pinnedImage), image.length, bytes(pinned)));
    }
  }

  @Override
  public long deleteModule(long number, byte[] name, int flags) {
    try (PinnedObject pinned = PinnedObject.create(name)) {
      return noted(Functions.syscall(number, bytes(pinned), flags));
    }
  }

  @Override
  public int isatty(int descriptor) {
    return (int) noted(Functions.isatty(descriptor));
  }

  @Override
  public int uname(byte[] buffer) {
    try (PinnedObject pinned = PinnedObject.create(buffer)) {
      return (int) noted(Functions.uname(bytes(pinned)));
    }
  }

  @Override
  public int statfs(byte[] path, byte[] buffer) {
    try (PinnedObject pinnedPath = PinnedObject.create(path);
        PinnedObject pinned = PinnedObject.create(buffer)) {
      return (int) noted(Functions.statfs(bytes(pinnedPath), bytes(pinned)));
    }
  }

  @Override
  public int geteuid() {
    return Functions.geteuid();
  }

  @Override
  public int setenv(byte[] name, byte[] value) {
    try (PinnedObject pinnedName = PinnedObject.create(name);
        PinnedObject pinned = PinnedObject.create(value)) {
      return (int) noted(Functions.setenv(bytes(pinnedName), bytes(pinned), 1));
    }
  }

  @Override
  public int system(byte[] command) {
    try (PinnedObject pinned = PinnedObject.create(command)) {
      return (int) noted(Functions.system(bytes(pinned)));
    }
  }

  @Override
  public void openlog(byte[] ident, int option, int facility) {
    CCharPointer kept = UnmanagedMemory.malloc(ident.length);
    for (int i = 0; i < ident.length; i++) {
      kept.write(i, ident[i]);
    }
    Functions.openlog(kept, option, facility);
  }

  @Override
  public void syslog(int priority, byte[] text) {
    try (PinnedObject format = PinnedObject.create(FORMAT);
        PinnedObject pinned = PinnedObject.create(text)) {
      Functions.syslog(priority, bytes(format), bytes(pinned));
    }
  }

  @Override
  public int klogctl(int type, byte[] buffer) {
    try (PinnedObject pinned = PinnedObject.create(buffer)) {
      return (int) noted(Functions.klogctl(type, bytes(pinned), buffer.length));
    }
  }

  @Override
  public int errno() {
    return errno.get();
  }

  private long noted(long result) {
    if (result == -1) {
      errno.set(Functions.errnoLocation().read());
    }
    return result;
  }

  private static CCharPointer bytes(PinnedObject array) {
    return array.addressOfArrayElement(0);
  }
}
