package org.moduletools.loading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.moduletools.kernel.Kernel;
import org.moduletools.kernel.LoadedModule;
import org.moduletools.module.ModuleName;

/**
 * The loaded modules that a loaded module uses, from the kernel itself: for a module that no index
 * has.
 */
public final class LoadedNeeds {

  private LoadedNeeds() {}

  /**
   * Returns the modules that {@code module} uses, directly or not, users before used. The kernel
   * lists the last loaded first, and a module is loaded after those that it uses.
   */
  public static List<ModuleName> of(ModuleName module, Kernel kernel) {
    List<ModuleName> users = new ArrayList<>(List.of(module));
    try {
      for (LoadedModule loaded : kernel.loadedModules()) {
        if (!Collections.disjoint(loaded.users(), users)) {
          users.add(loaded.name());
        }
      }
    } catch (IOException nothingTold) {
      return List.of();
    }
    return users.subList(1, users.size());
  }
}
