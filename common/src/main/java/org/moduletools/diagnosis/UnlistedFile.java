package org.moduletools.diagnosis;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.EnumSet;
import java.util.Optional;
import java.util.function.Predicate;
import org.moduletools.index.ModuleDirectory;
import org.moduletools.index.ModuleDirectory.Entry;
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
    try {
      return search(folder, new Search(module, file -> true));
    } catch (IOException notTold) {
      return Optional.empty();
    }
  }

  /**
   * Looks in all of {@code folder} for another file of {@code module} than {@code listed} that came
   * after modules.dep was made: it, or its own folder, is newer. What was there before had its say.
   */
  public static Optional<UnlistedFile> beside(Path listed, ModuleName module, Path folder) {
    try {
      ModuleDirectory directory = new ModuleDirectory(folder);
      Path binary = directory.file(Entry.DEP_BIN);
      FileTime made =
          Files.getLastModifiedTime(Files.exists(binary) ? binary : directory.file(Entry.DEP));
      return search(
          folder, new Search(module, file -> !file.equals(listed) && isNewer(file, made)));
    } catch (IOException notTold) {
      return Optional.empty();
    }
  }

  private static Optional<UnlistedFile> search(Path folder, Search search) throws IOException {
    Files.walkFileTree(folder, EnumSet.noneOf(FileVisitOption.class), DEPTH, search);
    return search.found;
  }

  private static boolean isNewer(Path file, FileTime made) {
    try {
      Path folder = file.getParent();
      return Files.getLastModifiedTime(file).compareTo(made) > 0
          || (folder != null && Files.getLastModifiedTime(folder).compareTo(made) > 0);
    } catch (IOException gone) {
      return false;
    }
  }

  @Override
  public String inWords() {
    return file + " is there, but modules.dep does not name it; run depmod";
  }

  private static final class Search extends SimpleFileVisitor<Path> {

    private final ModuleName module;
    private final Predicate<Path> wanted;
    private Optional<UnlistedFile> found = Optional.empty();

    Search(ModuleName module, Predicate<Path> wanted) {
      this.module = module;
      this.wanted = wanted;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String name = String.valueOf(file.getFileName());
      if (ModuleSuffix.isOn(name) && ModuleName.ofPath(name).equals(module) && wanted.test(file)) {
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
