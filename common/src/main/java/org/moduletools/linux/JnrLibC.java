package org.moduletools.linux;

import java.util.ArrayList;
import java.util.List;
import jnr.ffi.LibraryLoader;
import jnr.ffi.Memory;
import jnr.ffi.Platform;
import jnr.ffi.Pointer;
import jnr.ffi.Runtime;
import jnr.ffi.annotations.In;
import jnr.ffi.annotations.Out;
import jnr.ffi.annotations.Variadic;
import jnr.posix.POSIX;
import jnr.posix.POSIXFactory;
import org.jspecify.annotations.Nullable;

/**
 * The C library by jnr-posix, and by jnr-ffi for functions that jnr-posix lacks or has for text
 * only. Both generate the calling code on first use, which takes some hundred milliseconds.
 */
final class JnrLibC implements LibC {

  private static final byte[] FORMAT = CString.of("%s");

  private @Nullable Functions functions;
  private @Nullable POSIX posix;

  /** Memory that the C library goes on using after the call that got it. */
  private final List<Pointer> kept = new ArrayList<>();

  /**
   * The functions by their names in C. It is public because jnr-ffi implements it in a package of
   * its own. Variadic ones say so: some machines pass them their arguments in another way.
   */
  public interface Functions {

    @Variadic(fixedCount = 2)
    int open(@In byte[] path, int flags);

    long pread(int descriptor, @Out byte[] buffer, long length, long offset);

    @Variadic(fixedCount = 1)
    long syscall(long number, long descriptor, @In byte[] parameters, long flags);

    @Variadic(fixedCount = 1)
    long syscall(long number, @In byte[] image, long length, @In byte[] parameters);

    @Variadic(fixedCount = 1)
    long syscall(long number, @In byte[] name, long flags);

    int isatty(int descriptor);

    int uname(@Out byte[] buffer);

    int statfs(@In byte[] path, @Out byte[] buffer);

    int geteuid();

    int setenv(@In byte[] name, @In byte[] value, int overwrite);

    int system(@In byte[] command);

    void openlog(Pointer ident, int option, int facility);

    @Variadic(fixedCount = 2)
    void syslog(int priority, @In byte[] format, @In byte[] text);

    int klogctl(int type, @Out byte[] buffer, int length);
  }

  @Override
  public int open(byte[] path, int flags) {
    return functions().open(path, flags);
  }

  @Override
  public int close(int descriptor) {
    return posix().close(descriptor);
  }

  @Override
  public long pread(int descriptor, byte[] buffer, long offset) {
    return functions().pread(descriptor, buffer, buffer.length, offset);
  }

  @Override
  public int flock(int descriptor, int operation) {
    return posix().flock(descriptor, operation);
  }

  @Override
  public long finitModule(long number, int descriptor, byte[] parameters, int flags) {
    return functions().syscall(number, descriptor, parameters, flags);
  }

  @Override
  public long initModule(long number, byte[] image, byte[] parameters) {
    return functions().syscall(number, image, image.length, parameters);
  }

  @Override
  public long deleteModule(long number, byte[] name, int flags) {
    return functions().syscall(number, name, flags);
  }

  @Override
  public int isatty(int descriptor) {
    return functions().isatty(descriptor);
  }

  @Override
  public int uname(byte[] buffer) {
    return functions().uname(buffer);
  }

  @Override
  public int statfs(byte[] path, byte[] buffer) {
    return functions().statfs(path, buffer);
  }

  @Override
  public int geteuid() {
    return functions().geteuid();
  }

  @Override
  public int setenv(byte[] name, byte[] value) {
    return functions().setenv(name, value, 1);
  }

  @Override
  public int system(byte[] command) {
    return functions().system(command);
  }

  @Override
  public void openlog(byte[] ident, int option, int facility) {
    Functions loaded = functions();
    Pointer bytes = Memory.allocateDirect(Runtime.getRuntime(loaded), ident.length);
    bytes.put(0, ident, 0, ident.length);
    kept.add(bytes);
    loaded.openlog(bytes, option, facility);
  }

  @Override
  public void syslog(int priority, byte[] text) {
    functions().syslog(priority, FORMAT, text);
  }

  @Override
  public int klogctl(int type, byte[] buffer) {
    return functions().klogctl(type, buffer, buffer.length);
  }

  @Override
  public int errno() {
    return Runtime.getRuntime(functions()).getLastError();
  }

  private POSIX posix() {
    if (posix == null) {
      posix = JffiLibrary.whileSafe(POSIXFactory::getNativePOSIX);
    }
    return posix;
  }

  private Functions functions() {
    if (functions == null) {
      functions = JffiLibrary.whileSafe(() -> LibraryLoader.create(Functions.class)
          .failImmediately()
          .load(Platform.getNativePlatform().getStandardCLibraryName()));
    }
    return functions;
  }
}
