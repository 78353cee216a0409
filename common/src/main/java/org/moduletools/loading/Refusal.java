package org.moduletools.loading;

import java.io.IOException;
import org.moduletools.kernel.Errno;
import org.moduletools.kernel.Kernel;
import org.moduletools.kernel.KernelException;
import org.moduletools.kernel.LoadedModule;
import org.moduletools.module.ModuleName;

/** The reason why a kernel refused to remove a module. */
public final class Refusal {

  private Refusal() {}

  /**
   * Returns the reason for a message: strerror's text, or a more precise one from /proc/modules.
   */
  public static String reason(KernelException refused, ModuleName module, Kernel kernel) {
    if (refused.errno() == Errno.EBUSY && isPermanent(module, kernel)) {
      return "it is permanent: it has no exit function, so the kernel keeps it";
    }
    return String.valueOf(refused.getMessage());
  }

  private static boolean isPermanent(ModuleName module, Kernel kernel) {
    try {
      for (LoadedModule loaded : kernel.loadedModules()) {
        if (loaded.name().equals(module)) {
          return loaded.permanent();
        }
      }
      return false;
    } catch (IOException notTold) {
      return false;
    }
  }
}
