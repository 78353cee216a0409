package org.moduletools.diagnosis;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.moduletools.module.KernelRelease;
import org.moduletools.modulefile.ModuleFile;
import org.moduletools.tree.ModuleTree;

/**
 * The version magic that a kernel requires of modules. The kernel does not report it, but the
 * modules built with the kernel have it.
 *
 * @param text the version magic, or its known part: the release alone
 * @param isWhole whether it is complete
 */
public record KernelVermagic(String text, boolean isWhole) {

  /**
   * The number of modules that are read; the first suffices unless the tree has foreign modules.
   */
  private static final int ASKED = 5;

  /**
   * Finds the version magic of the kernel {@code release}.
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
