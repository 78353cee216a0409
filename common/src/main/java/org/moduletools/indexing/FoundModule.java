package org.moduletools.indexing;

import java.nio.file.Path;
import org.moduletools.files.FileStatus;
import org.moduletools.module.ModuleName;

/**
 * A module's file, before it is opened.
 *
 * @param name what the module is called
 * @param file where it is
 * @param listed how modules.dep names it: the path below the module directory, or the whole path if
 *     it lies elsewhere
 * @param status what the file was like when it was found
 */
record FoundModule(ModuleName name, Path file, String listed, FileStatus status) {

  /** Makes one whose name {@code listed} says. */
  static FoundModule of(Path file, String listed, FileStatus status) {
    return new FoundModule(ModuleName.ofPath(listed), file, listed, status);
  }

  /**
   * Returns the line of modules.order that means this file: its path with the ending {@code .ko}
   * alone, whatever its compression. It is cut three characters behind the module's name, so a file
   * name with another dot has none (kmod 34, tools/depmod.c: depmod_module_add, uncrelpath).
   */
  String orderLine() {
    int end = listed.lastIndexOf('/') + 1 + name.value().length() + ".ko".length();
    return listed.substring(0, Math.min(end, listed.length()));
  }
}
