package org.moduletools.indexing;

import java.nio.file.Path;
import org.moduletools.files.FileStatus;
import org.moduletools.module.ModuleName;

/**
 * A module's file, before it is opened.
 *
 * @param name the module's name
 * @param folder the folder of the file
 * @param listed its name in modules.dep: the path below the module directory, or the whole path if
 *     it lies elsewhere
 * @param status the file's status when it was found
 */
record FoundModule(ModuleName name, Path folder, String listed, FileStatus status) {

  /** The module named by {@code listed}, whose last component is the name in {@code folder}. */
  FoundModule(Path folder, String listed, FileStatus status) {
    this(ModuleName.ofPath(listed), folder, listed, status);
  }

  /** Returns the path of the file. It is made anew, since most modules are not opened. */
  Path file() {
    return folder.resolve(listed.substring(listed.lastIndexOf('/') + 1));
  }

  /**
   * Returns the line of modules.order for this file: its path with the ending {@code .ko} alone,
   * whatever its compression. It is cut three characters after the module's name, so a file name
   * with another dot has no line (kmod 34, tools/depmod.c: depmod_module_add, uncrelpath).
   */
  String orderLine() {
    int end = listed.lastIndexOf('/') + 1 + name.value().length() + ".ko".length();
    return listed.substring(0, Math.min(end, listed.length()));
  }
}
