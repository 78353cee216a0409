package org.moduletools.diagnosis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.moduletools.index.ModuleDirectory;
import org.moduletools.index.ModuleDirectory.Entry;

/** Whether the modules of a release can be found at all. */
public enum TreeState {
  /** There is no such folder. */
  MISSING,
  /** depmod has not been run: modules.dep is missing. */
  NOT_INDEXED,
  /** modules.dep names no module. */
  EMPTY,
  /** The modules can be found. */
  INDEXED;

  /** Looks at {@code folder}, a {@code lib/modules/RELEASE}. */
  public static TreeState of(Path folder) {
    if (!Files.isDirectory(folder)) {
      return MISSING;
    }
    ModuleDirectory directory = new ModuleDirectory(folder);
    Path binary = directory.file(Entry.DEP_BIN);
    Path text = directory.file(Entry.DEP);
    if (!Files.exists(binary) && !Files.exists(text)) {
      return NOT_INDEXED;
    }
    return Files.exists(text) && isEmpty(text) ? EMPTY : INDEXED;
  }

  private static boolean isEmpty(Path file) {
    try {
      return Files.size(file) == 0;
    } catch (IOException notTold) {
      return false;
    }
  }
}
