package org.moduletools.modprobe;

import org.moduletools.module.ModuleName;
import org.moduletools.tree.Mask;

/** The note about a masked module. */
final class MaskNote {

  private MaskNote() {}

  /**
   * Returns the note that {@code mask}, its own or of a module that it needs, keeps {@code target}
   * out.
   */
  static String of(ModuleName target, Mask mask) {
    String need = mask.module().equals(target) ? "" : ", which " + target + " needs,";
    return "module " + mask.module() + need + " is masked by " + mask.source()
        + "; nothing loads it while that line is there";
  }
}
