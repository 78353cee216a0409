package org.moduletools.modulecache;

import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.moduletools.files.FileStatus;
import org.moduletools.modulefile.ModuleFile;

/** What former runs read from modules. Only what is there is remembered; nothing is added. */
public final class ModuleCache {

  /** Nothing. */
  public static final ModuleCache EMPTY = new ModuleCache(Map.of());

  private final Map<String, KeptModule> modules;

  private ModuleCache(Map<String, KeptModule> modules) {
    this.modules = modules;
  }

  /**
   * Reads what {@link #toBytes} made for the same owner.
   *
   * @throws IOException whose message says what is wrong, if there is any doubt
   */
  static ModuleCache of(byte[] file, String owner) throws IOException {
    return new ModuleCache(CacheReader.read(file, owner));
  }

  /** Returns the file that keeps {@code modules} for {@code owner}. */
  static byte[] toBytes(Collection<KeptModule> modules, String owner) {
    return CacheWriter.write(owner, modules);
  }

  /** Returns how many modules it knows. */
  public int size() {
    return modules.size();
  }

  /** Returns the content of the file {@code name}, if it is still what it was. */
  public Optional<ModuleFile> find(String name, FileStatus now) {
    KeptModule module = modules.get(name);
    return module != null && module.isStill(now) ? Optional.of(module.content()) : Optional.empty();
  }
}
