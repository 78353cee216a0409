package org.moduletools.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * Makes sure that jffi, the native part of jnr-ffi, never unpacks its library where other users may
 * write, as it would do in /tmp or the working directory (jffi 1.4, internal/StubLoader.java:
 * load).
 *
 * <p>Launchers pass {@code -Djffi.boot.library.path=FOLDER}, where {@code FOLDER} or
 * {@code FOLDER/x86_64-Linux} holds the {@code libjffi-1.2.so} that is in jffi's native jar below
 * {@code jni/x86_64-Linux}; and so for other machines. Then nothing is unpacked. Without that
 * property, as in tests, a new folder that only its owner may enter is made, used, and deleted.
 */
final class JffiLibrary {

  private static final String BOOT_PATH = "jffi.boot.library.path";
  private static final String EXTRACT_FOLDER = "jffi.extract.dir";

  private JffiLibrary() {}

  /**
   * Returns the result of {@code loading}, which loads jffi's library.
   *
   * @throws IllegalStateException if it cannot be loaded
   */
  static <T> T whileSafe(Supplier<T> loading) {
    String bootPath = System.getProperty(BOOT_PATH);
    if (bootPath != null) {
      // A missing library must fail, and not be looked for in /tmp.
      System.setProperty(EXTRACT_FOLDER, bootPath);
      return load(loading);
    }
    if (System.getProperty(EXTRACT_FOLDER) != null) {
      return load(loading);
    }
    try {
      Path folder = Files.createTempDirectory("module-tools");
      System.setProperty(EXTRACT_FOLDER, folder.toString());
      try {
        return load(loading);
      } finally {
        Files.deleteIfExists(folder);
      }
    } catch (IOException noFolder) {
      throw new IllegalStateException("cannot unpack jffi's library: " + noFolder, noFolder);
    }
  }

  private static <T> T load(Supplier<T> loading) {
    try {
      return loading.get();
    } catch (LinkageError missing) {
      throw new IllegalStateException("cannot load jffi's library: " + missing, missing);
    }
  }
}
