package org.moduletools.modulecache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import org.moduletools.files.FileLister;

/** Keeps the cache of one module directory from one run to the next. */
public final class CacheStore {

  private static final String FAMILY = ".modules";

  /** How many directories are remembered: those of as many kernels, and of roots being built. */
  private static final int KEPT = 16;

  private final CacheFolder folder;
  private final String owner;
  private final String name;

  /**
   * The store in {@code folder}.
   *
   * @param folder the folder of caches, an absolute path; it need not exist
   * @param user this process' effective user number
   * @param reader identifies the program and the data that it reads; caches of another one are not
   *     read
   * @param modules the module directory, an absolute path
   */
  public CacheStore(Path folder, int user, String reader, Path modules) {
    this.folder = new CacheFolder(folder, user);
    this.owner = reader + " " + modules;
    this.name = modules.getFileName() + "-" + Long.toHexString(hash(owner)) + FAMILY;
  }

  /**
   * Returns this process' effective user number.
   *
   * @param root the folder that holds proc
   * @param files report it where proc is not mounted
   * @throws IOException if neither reports it
   */
  public static int user(Path root, FileLister files) throws IOException {
    try {
      return (Integer) Files.getAttribute(root.resolve("proc/self"), "unix:uid");
    } catch (NoSuchFileException notMounted) {
      return files.user().orElseThrow(() -> notMounted);
    } catch (UnsupportedOperationException | IllegalArgumentException noUsers) {
      throw new IOException("the file system knows no users", noUsers);
    }
  }

  /** Two directories may have the same: then each finds that the cache is the other's. */
  private static long hash(String text) {
    long hash = 0;
    for (int i = 0; i < text.length(); i++) {
      hash = hash * 0x9e3779b97f4a7c15L + text.charAt(i) + 1;
    }
    return hash;
  }

  /**
   * Returns the cache of the last run.
   *
   * @throws IOException with the reason, if there is none or any doubt about it
   */
  public ModuleCache read() throws IOException {
    return ModuleCache.of(folder.read(name), owner);
  }

  /**
   * Replaces the cache by {@code modules}, for the next run.
   *
   * @throws IOException with the reason, if that is not possible or not safe
   */
  public void write(Collection<KeptModule> modules) throws IOException {
    folder.write(name, ModuleCache.toBytes(modules, owner), FAMILY, KEPT);
  }
}
