package org.moduletools.modprobe;

import org.moduletools.module.ModuleName;
import org.moduletools.tree.Mask;

/** What the user is told of a module that is masked. */
final class MaskNote {

  private MaskNote() {}

  /** Returns that {@code mask}, its own or of a module that it needs, keeps {@code target} out. */
  static String of(ModuleName target, Mask mask) {
    String need = mask.module().equals(target) ? "" : ", which " + target + " needs,";
    return "module " + mask.module() + need + " is masked by " + mask.source()
        + "; nothing loads it while that line is there";
  }
}
