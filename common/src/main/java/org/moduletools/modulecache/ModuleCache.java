package org.moduletools.modulecache;

import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.moduletools.files.FileStatus;
import org.moduletools.modulefile.ModuleFile;

/** The modules read by former runs. Nothing can be added. */
public final class ModuleCache {

  /** Nothing. */
  public static final ModuleCache EMPTY = new ModuleCache(Map.of());

  private final Map<String, KeptModule> modules;

  private ModuleCache(Map<String, KeptModule> modules) {
    this.modules = modules;
  }

  /**
   * Reads the bytes of {@link #toBytes} for the same owner.
   *
   * @throws IOException with the reason, if there is any doubt
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

  /** Returns the content of the file {@code name}, if its status has not changed. */
  public Optional<ModuleFile> find(String name, FileStatus now) {
    KeptModule module = modules.get(name);
    return module != null && module.isStill(now) ? Optional.of(module.content()) : Optional.empty();
  }
}
