package org.moduletools.diagnosis;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.moduletools.tree.ModuleTree;

/**
 * The modules of a kernel's own build, which show its configuration: those in the folder
 * {@code kernel}. Modules elsewhere may be foreign.
 */
public final class OwnModules {

  private static final String FOLDER = "kernel/";

  private OwnModules() {}

  /**
   * Returns the files of the first of them that are {@code wanted}, by their names.
   *
   * @param most how many at most
   * @throws IOException if the index is damaged
   */
  public static List<Path> some(ModuleTree tree, int most, Predicate<Path> wanted)
      throws IOException {
    List<Path> files = new ArrayList<>();
    tree.forEachLine(line -> {
      if (files.size() < most && line.path().startsWith(FOLDER)) {
        Path file = tree.path(line);
        if (wanted.test(file)) {
          files.add(file);
        }
      }
    });
    return files;
  }
}
