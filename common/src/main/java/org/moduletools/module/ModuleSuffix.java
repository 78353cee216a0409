package org.moduletools.module;

import java.util.List;

/**
 * The endings by which a file is regarded as a module. The content, not the ending, says how it is
 * compressed.
 */
public final class ModuleSuffix {

  /** All endings, in the order kmod 34 tests them (shared/util.c: kmod_exts). */
  public static final List<String> ALL = List.of(".ko", ".ko.gz", ".ko.xz", ".ko.zst");

  private ModuleSuffix() {}

  /**
   * Returns whether {@code fileName} ends as a module file does. The bare ending counts too, as in
   * kmod.
   */
  public static boolean isOn(String fileName) {
    for (String suffix : ALL) {
      if (fileName.endsWith(suffix)) {
        return true;
      }
    }
    return false;
  }
}
