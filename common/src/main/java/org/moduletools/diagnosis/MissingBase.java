package org.moduletools.diagnosis;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A missing folder, which should hold {@code lib/modules}.
 *
 * @param folder the folder in the user's spelling
 * @param isOther whether something else has its name
 */
record MissingBase(String folder, boolean isOther) implements Cause {

  private static final String MODULES = "/lib/modules/";

  /** How many names follow the folder's. */
  private static final int DEPTH = 3;

  /** Returns the folder above the {@code lib/modules/RELEASE} at {@code path} if it is missing. */
  static Optional<MissingBase> above(Path path, String spelled) {
    String base = spelled(path, spelled);
    Path folder = path;
    for (int i = 0; i < DEPTH; i++) {
      Path parent = folder.getParent();
      if (base.isEmpty() || parent == null) {
        return Optional.empty();
      }
      folder = parent;
    }
    return Files.isDirectory(folder)
        ? Optional.empty()
        : Optional.of(new MissingBase(base, Files.exists(folder)));
  }

  /**
   * Returns how that folder is spelled; empty if it is the root, or {@code path} is no
   * {@code lib/modules/RELEASE}.
   */
  static String spelled(Path path, String spelled) {
    String end = MODULES + path.getFileName();
    return spelled.endsWith(end) ? spelled.substring(0, spelled.length() - end.length()) : "";
  }

  @Override
  public String inWords() {
    return folder + (isOther ? " is no folder" : " is not there");
  }
}
