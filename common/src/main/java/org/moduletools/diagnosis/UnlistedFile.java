package org.moduletools.diagnosis;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.Optional;
import org.moduletools.module.ModuleName;
import org.moduletools.module.ModuleSuffix;

/**
 * A module's file that is in the folder of its release, while no index names it.
 *
 * @param file the file
 */
public record UnlistedFile(Path file) implements Cause {

  /** The greatest depth of the search. */
  private static final int DEPTH = 32;

  /** Looks for the file of {@code module} in all of {@code folder}; links are not followed. */
  public static Optional<UnlistedFile> find(ModuleName module, Path folder) {
    Search search = new Search(module);
    try {
      Files.walkFileTree(folder, EnumSet.noneOf(FileVisitOption.class), DEPTH, search);
    } catch (IOException notTold) {
      return Optional.empty();
    }
    return search.found;
  }

  @Override
  public String inWords() {
    return file + " is there, but modules.dep does not name it; run depmod";
  }

  private static final class Search extends SimpleFileVisitor<Path> {

    private final ModuleName module;
    private Optional<UnlistedFile> found = Optional.empty();

    Search(ModuleName module) {
      this.module = module;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String name = String.valueOf(file.getFileName());
      if (ModuleSuffix.isOn(name) && ModuleName.ofPath(name).equals(module)) {
        found = Optional.of(new UnlistedFile(file));
        return FileVisitResult.TERMINATE;
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException notTold) {
      return FileVisitResult.CONTINUE;
    }
  }
}
