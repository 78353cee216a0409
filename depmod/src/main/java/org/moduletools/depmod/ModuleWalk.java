package org.moduletools.depmod;

import static java.nio.file.FileVisitResult.CONTINUE;
import static java.nio.file.FileVisitResult.SKIP_SUBTREE;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.moduletools.cli.IoReason;
import org.moduletools.module.ModuleSuffix;

/**
 * One walk over all that is below a directory, in no order, for files whose names end as a module's
 * do (kmod 34, tools/depmod.c: depmod_modules_search_dir).
 *
 * <p>Symbolic links are followed; one that leads to a directory above itself is not, since there
 * would be no end. What cannot be looked at costs a complaint, and the walk goes on; what vanishes
 * meanwhile does not, such as the temporary files of another depmod.
 */
final class ModuleWalk implements FileVisitor<Path> {

  private static final int FILE_TYPE_BITS = 0170000;

  private final Path root;
  private final Predicate<String> excluded;
  private final List<Path> files = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();

  private ModuleWalk(Path root, Predicate<String> excluded) {
    this.root = root;
    this.excluded = excluded;
  }

  /**
   * Walks below {@code root}.
   *
   * @param excluded says which names to leave out, of files and directories, beside {@code build}
   *     and {@code source}, by which distributions link to the kernel's sources
   * @throws IOException if {@code root} is no directory or cannot be opened
   */
  static ModuleWalk below(Path root, Predicate<String> excluded) throws IOException {
    ModuleWalk walk = new ModuleWalk(root, excluded);
    Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, walk);
    Collections.sort(walk.complaints);
    return walk;
  }

  /** Returns the files found, in no order. */
  List<Path> files() {
    return Collections.unmodifiableList(files);
  }

  /** Returns what could not be looked at, in the same order on every machine. */
  List<String> complaints() {
    return Collections.unmodifiableList(complaints);
  }

  @Override
  public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
    return isLeftOut(directory) ? SKIP_SUBTREE : CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
    if (file.equals(root)) {
      throw attributes.isSymbolicLink()
          ? new NoSuchFileException(root.toString())
          : new NotDirectoryException(root.toString());
    }
    if (isLeftOut(file)) {
      return CONTINUE;
    }
    if (attributes.isSymbolicLink()) {
      complaints.add("could not stat " + file + ": No such file or directory");
    } else if (!attributes.isRegularFile()) {
      complaints.add("unsupported file type " + file + ": " + type(file));
    } else if (ModuleSuffix.isOn(String.valueOf(file.getFileName()))) {
      files.add(file);
    }
    return CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
    if (file.equals(root)) {
      throw failure;
    }
    boolean vanished = failure instanceof NoSuchFileException;
    if (!vanished && !isLeftOut(file)) {
      complaints.add("failed " + file + ": " + IoReason.of(failure));
    }
    return CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) {
    if (failure != null) {
      complaints.add("failed " + directory + ": " + IoReason.of(failure));
    }
    return CONTINUE;
  }

  private boolean isLeftOut(Path path) {
    if (path.equals(root)) {
      return false;
    }
    String name = String.valueOf(path.getFileName());
    return name.equals("build") || name.equals("source") || excluded.test(name);
  }

  /** Returns the bits of stat(2) that say what {@code file} is, in octal as kmod prints them. */
  private static String type(Path file) {
    try {
      int mode = (Integer) Files.getAttribute(file, "unix:mode");
      return Integer.toOctalString(mode & FILE_TYPE_BITS);
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException unknown) {
      return "unknown"; // it vanished, or the file system has no modes
    }
  }
}
