package org.moduletools.depmod;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Decides for {@code depmod -A} whether a run would change anything.
 *
 * <p>It would not if
 *
 * <ul>
 *   <li>every output file is there,
 *   <li>modules.dep lists exactly the files that a run would now choose. So added and removed
 *       modules are noticed whatever their times, and so is each change of depmod.d that has an
 *       effect: search, override, external and exclude do nothing but choose,
 *   <li>neither one of these files nor modules.order, modules.builtin or modules.builtin.modinfo is
 *       younger than modules.dep: it has been written later, or, where the file system tells, it
 *       came to its place later. The latter notices a module that a package has replaced by one
 *       built before the last run.
 * </ul>
 */
final class Freshness {

  private static final List<String> INPUTS =
      List.of("modules.order", "modules.builtin", "modules.builtin.modinfo");

  private final Path outputDirectory;
  private final Path moduleDirectory;
  private final boolean mapFiles;

  /**
   * Makes one that compares what is in {@code outputDirectory} with {@code moduleDirectory}.
   *
   * @param mapFiles whether a run would write them too
   */
  Freshness(Path outputDirectory, Path moduleDirectory, boolean mapFiles) {
    this.outputDirectory = outputDirectory;
    this.moduleDirectory = moduleDirectory;
    this.mapFiles = mapFiles;
  }

  /** Returns whether the output files are what a run over {@code modules} would write. */
  boolean isUpToDate(List<FoundModule> modules) {
    for (DepFile file : DepFile.ALL) {
      if (!Files.exists(outputDirectory.resolve(file.name()))) {
        return false;
      }
    }
    if (mapFiles && !hasMapFiles()) {
      return false;
    }
    try {
      return listsExactly(modules) && nothingIsYounger(modules);
    } catch (IOException unreadable) {
      return false; // the run will tell what is wrong
    }
  }

  private boolean hasMapFiles() {
    return MapFileSet.names().stream()
        .allMatch(name -> Files.exists(outputDirectory.resolve(name)));
  }

  private boolean listsExactly(List<FoundModule> modules) throws IOException {
    Set<String> chosen = new HashSet<>();
    for (FoundModule module : modules) {
      chosen.add(module.listed());
    }
    Set<String> listed = new HashSet<>();
    for (String line : Files.readAllLines(modulesDep(), ISO_8859_1)) {
      listed.add(line.substring(0, Math.max(0, line.indexOf(':'))));
    }
    return listed.equals(chosen);
  }

  private boolean nothingIsYounger(List<FoundModule> modules) throws IOException {
    Times reference = Times.of(modulesDep());
    for (String input : INPUTS) {
      Path file = moduleDirectory.resolve(input);
      if (Files.exists(file) && Times.of(file).isYounger(reference)) {
        return false;
      }
    }
    for (FoundModule module : modules) {
      if (Times.of(module.file()).isYounger(reference)) {
        return false;
      }
    }
    return true;
  }

  private Path modulesDep() {
    return outputDirectory.resolve(DepFile.MODULES_DEP);
  }

  /**
   * When a file came about.
   *
   * @param written when its bytes were written, which a copy may keep
   * @param placed when its inode last changed, or the same where that is not known
   */
  private record Times(FileTime written, FileTime placed) {

    static Times of(Path file) throws IOException {
      if (!file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
        FileTime written = Files.getLastModifiedTime(file);
        return new Times(written, written);
      }
      Map<String, Object> times = Files.readAttributes(file, "unix:lastModifiedTime,ctime");
      return new Times(time(times, "lastModifiedTime"), time(times, "ctime"));
    }

    private static FileTime time(Map<String, Object> times, String name) {
      return (FileTime) Objects.requireNonNull(times.get(name));
    }

    boolean isYounger(Times reference) {
      return written.compareTo(reference.written) > 0 || placed.compareTo(reference.placed) > 0;
    }
  }
}
