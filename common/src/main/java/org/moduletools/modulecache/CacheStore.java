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
   * Makes one.
   *
   * @param folder where caches are kept, an absolute path; it need not exist
   * @param user the number of the user that this process is
   * @param reader what reads the modules, and what of them; another reader gets nothing
   * @param modules the module directory, an absolute path
   */
  public CacheStore(Path folder, int user, String reader, Path modules) {
    this.folder = new CacheFolder(folder, user);
    this.owner = reader + " " + modules;
    this.name = modules.getFileName() + "-" + Long.toHexString(hash(owner)) + FAMILY;
  }

  /**
   * Returns the number of the user that this process is.
   *
   * @param root the folder that holds proc
   * @param files tell it where proc is not mounted
   * @throws IOException if neither tells it
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
   * Returns what the last run has kept.
   *
   * @throws IOException whose message says why, if there is nothing or any doubt about it
   */
  public ModuleCache read() throws IOException {
    return ModuleCache.of(folder.read(name), owner);
  }

  /**
   * Keeps {@code modules} for the next run, in place of what was kept.
   *
   * @throws IOException whose message says why, if that is not possible or not safe
   */
  public void write(Collection<KeptModule> modules) throws IOException {
    folder.write(name, ModuleCache.toBytes(modules, owner), FAMILY, KEPT);
  }
}
