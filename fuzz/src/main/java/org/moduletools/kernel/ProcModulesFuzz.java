package org.moduletools.kernel;

import java.io.IOException;
import org.moduletools.fuzz.MemoryFolder;

/**
 * /proc/modules, and the files of /proc about locks and their holders. No exception is documented
 * for their content.
 */
public final class ProcModulesFuzz {

  private ProcModulesFuzz() {}

  /** Reads {@code input} as each of these files. */
  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    try (MemoryFolder folder = new MemoryFolder()) {
      for (String file : new String[] {"modules", "locks", "7/status", "7/comm", "7/fdinfo/3"}) {
        folder.put("proc/" + file, input);
      }
      KernelFiles files = new KernelFiles(folder.root());
      for (LoadedModule module : files.loadedModulesNow()) {
        module.users();
        files.state(module.name());
        files.references(module.name());
      }
      for (String file : new String[] {"initstate", "refcnt", "coresize"}) {
        folder.put("sys/module/a/" + file, input);
      }
      files.loadedModulesNow();
      for (ProcLocks.Held held : ProcLocks.read(folder.root().resolve("proc/locks"))) {
        new ProcProcess(folder.root().resolve("proc"), 7).holdsLockOn(held.file());
      }
      new ProcProcess(folder.root().resolve("proc"), 7).asHolder(folder.put("etc/passwd", input));
    }
  }
}
