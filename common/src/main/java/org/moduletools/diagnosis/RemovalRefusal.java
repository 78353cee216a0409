package org.moduletools.diagnosis;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.moduletools.kernel.Errno;
import org.moduletools.kernel.Kernel;
import org.moduletools.module.ModuleName;
import org.moduletools.tree.ModuleTree;

/**
 * A module that could not be removed.
 *
 * @param module its name
 * @param errno the kernel's reason; EAGAIN also if it is in use and was not even tried
 */
public record RemovalRefusal(ModuleName module, Errno errno) {

  /**
   * Returns the causes, as far as they can be found.
   *
   * @param tree the modules of the release that runs
   * @param root the folder that holds proc and sys
   */
  public List<Cause> causes(ModuleTree tree, Kernel kernel, Path root) {
    List<Cause> causes = new ArrayList<>();
    switch (errno) {
      case EAGAIN -> {
        causes.addAll(ModuleUses.of(module, kernel, tree, root).causes());
        if (causes.isEmpty() && kernel.references(module).orElse(0) > 0) {
          causes.add(() -> "no other module, mount or network interface uses it, so a process does,"
              + " or the kernel; fuser or lsof shows who has a device of it open");
        }
      }
      case EPERM -> {
        Privilege privilege = Privilege.read(root);
        if (privilege != Privilege.GIVEN) {
          causes.add(privilege);
        }
        causes.addAll(KernelStop.ofAll(root));
      }
      case ENOSYS -> causes.addAll(KernelStop.ofAll(root));
      case EBUSY -> {
        // a permanent module, which is what the message states
      }
      default -> causes.addAll(KernelLog.causes(module, kernel));
    }
    return causes;
  }
}
