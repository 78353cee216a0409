package org.moduletools.loading;

import java.io.IOException;
import org.moduletools.kernel.Errno;
import org.moduletools.kernel.Kernel;
import org.moduletools.kernel.KernelException;
import org.moduletools.kernel.LoadedModule;
import org.moduletools.module.ModuleName;

/** Why a kernel would not remove a module. */
public final class Refusal {

  private Refusal() {}

  /**
   * Returns the reason as the user reads it: strerror's text, or more where /proc/modules tells
   * more.
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
