package org.moduletools.diagnosis;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.moduletools.module.KernelRelease;
import org.moduletools.modulefile.ModuleFile;
import org.moduletools.tree.ModuleTree;

/**
 * The version magic that a kernel wants modules to have. It does not tell, but the modules that
 * were built with it have it.
 *
 * @param text it, or as much as is known: the release alone
 * @param isWhole whether it is all of it
 */
public record KernelVermagic(String text, boolean isWhole) {

  /** How many modules are asked; the first knows it unless strangers lie in the tree. */
  private static final int ASKED = 5;

  /**
   * Finds it out for the kernel {@code release}.
   *
   * @param tree the modules of that release
   */
  public static KernelVermagic of(KernelRelease release, ModuleTree tree) {
    for (Path file : someFiles(tree)) {
      try {
        for (String vermagic : ModuleFile.readModinfo(file).values("vermagic")) {
          if (vermagic.startsWith(release + " ")) {
            return new KernelVermagic(vermagic, true);
          }
        }
      } catch (IOException damaged) {
        // The next one may serve.
      }
    }
    return new KernelVermagic(release.value(), false);
  }

  private static List<Path> someFiles(ModuleTree tree) {
    try {
      return OwnModules.some(tree, ASKED, file -> true);
    } catch (IOException damaged) {
      return List.of();
    }
  }
}
