package org.moduletools.loading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.moduletools.index.ModulesDep;
import org.moduletools.kernel.Kernel;
import org.moduletools.kernel.LoadedModule;
import org.moduletools.module.ModuleName;

/**
 * The loaded modules that use a module. Where the kernel does not report them, since it was built
 * without unloading or shows no counts, they are found by modules.dep: each loaded module that
 * needs it.
 *
 * @param users the modules
 * @param isFromKernel whether the kernel reported them
 */
public record LoadedUsers(List<ModuleName> users, boolean isFromKernel) {

  /** Copies {@code users}. */
  public LoadedUsers {
    users = List.copyOf(users);
  }

  /** Looks up the lines of modules.dep. */
  @FunctionalInterface
  public interface Lines {
    /** Returns the line of {@code module}, if there is one. */
    Optional<ModulesDep.Line> find(ModuleName module) throws IOException;
  }

  /**
   * Finds the users of {@code module}, in the order in which the kernel lists them or /proc/modules
   * has them.
   */
  public static LoadedUsers of(ModuleName module, Kernel kernel, Lines dependencies) {
    if (kernel.references(module).isPresent()) {
      return new LoadedUsers(kernel.holders(module), true);
    }
    List<ModuleName> users = new ArrayList<>();
    try {
      for (LoadedModule loaded : kernel.loadedModules()) {
        if (needs(loaded.name(), module, dependencies)) {
          users.add(loaded.name());
        }
      }
    } catch (IOException nothingTold) {
      return new LoadedUsers(List.of(), false); // unknown; the kernel decides
    }
    return new LoadedUsers(users, false);
  }

  private static boolean needs(ModuleName user, ModuleName module, Lines dependencies)
      throws IOException {
    return dependencies
        .find(user)
        .map(line -> line.neededModules().contains(module))
        .orElse(false);
  }
}
