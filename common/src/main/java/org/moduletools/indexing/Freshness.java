package org.moduletools.indexing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.moduletools.files.FileLister;
import org.moduletools.files.FileStatus;
import org.moduletools.index.IndexFile;
import org.moduletools.index.ModuleDirectory.Entry;
import org.moduletools.work.Crew;

/**
 * Decides for {@code depmod -A} whether a run would change anything. The existing modules.dep is
 * read in the background, from when this object is made.
 *
 * <p>It would not if
 *
 * <ul>
 *   <li>every output file is a file, and none looks damaged by a power cut,
 *   <li>modules.dep lists exactly the files that a run would now choose. So added and removed
 *       modules are noticed whatever their times, and so is each effective change of depmod.d:
 *       search, override, external and exclude only choose among files,
 *   <li>no killed run has left files,
 *   <li>neither one of these files nor modules.order, modules.builtin or modules.builtin.modinfo is
 *       younger than modules.dep: neither its content nor, where the file system records that, its
 *       inode changed after modules.dep was written. The latter notices a module that a package has
 *       replaced by one built before the last run. The inode's time of modules.dep itself does not
 *       count: a run that fails may move the file away and back.
 * </ul>
 */
public final class Freshness {

  private static final List<Entry> INPUTS =
      List.of(Entry.ORDER, Entry.BUILTIN, Entry.BUILTIN_MODINFO);

  /** The text files that may have no lines; for modules.dep see below. */
  private static final Set<String> MAY_BE_EMPTY =
      Set.of(Entry.DEP.fileName(), Entry.DEVNAME.fileName());

  private final FileLister files;
  private final Path outputDirectory;
  private final Path moduleDirectory;
  private final boolean mapFiles;

  /** The content of modules.dep, or nothing if it cannot be read. */
  private final CompletableFuture<Optional<ListedFiles>> listed;

  /**
   * Compares {@code outputDirectory} with {@code moduleDirectory}.
   *
   * @param mapFiles whether a run would write map files too
   */
  Freshness(FileLister files, Path outputDirectory, Path moduleDirectory, boolean mapFiles) {
    this.files = files;
    this.outputDirectory = outputDirectory;
    this.moduleDirectory = moduleDirectory;
    this.mapFiles = mapFiles;
    this.listed = Crew.OF_PROCESSORS.begin(this::read);
  }

  private Optional<ListedFiles> read() {
    if (!Files.isRegularFile(modulesDep())) {
      return Optional.empty(); // to open a pipe would wait for a writer
    }
    try (InputStream lines = Files.newInputStream(modulesDep())) {
      return Optional.of(ListedFiles.read(lines));
    } catch (IOException unreadable) {
      return Optional.empty(); // the run will report the problem
    }
  }

  /** Returns whether the output files are those that a run over {@code found} would write. */
  public boolean isUpToDate(FoundModules found) {
    return found.isComplete() && isUpToDate(found.modules());
  }

  /** As the other, for all modules. */
  boolean isUpToDate(List<FoundModule> modules) {
    if (mapFiles && !hasMapFiles()) {
      return false;
    }
    try {
      return hasWholeFiles()
          && listed.join().filter(files -> files.areThoseOf(modules)).isPresent()
          && nothingIsYounger(modules)
          && !new OutputDirectory(outputDirectory).hasLeftovers();
    } catch (IOException unreadable) {
      return false; // as above
    }
  }

  private boolean hasWholeFiles() throws IOException {
    for (DepFile file : DepFile.ALL) {
      Path path = outputDirectory.resolve(file.name());
      if (!Files.isRegularFile(path)) {
        return false;
      }
      if (file.isText()) {
        if (Files.size(path) == 0 && !MAY_BE_EMPTY.contains(file.name())) {
          return false;
        }
      } else {
        IndexFile.open(path).ifPresent(IndexFile::close);
      }
    }
    return true;
  }

  private boolean hasMapFiles() {
    return MapFileSet.names().stream()
        .allMatch(name -> Files.exists(outputDirectory.resolve(name)));
  }

  private boolean nothingIsYounger(List<FoundModule> modules) throws IOException {
    FileStatus reference = files.status(modulesDep());
    for (Entry input : INPUTS) {
      Path file = moduleDirectory.resolve(input.fileName());
      if (Files.exists(file) && isYounger(files.status(file), reference)) {
        return false;
      }
    }
    for (FoundModule module : modules) {
      if (isYounger(module.status(), reference)) {
        return false;
      }
    }
    return true;
  }

  private Path modulesDep() {
    return outputDirectory.resolve(Entry.DEP.fileName());
  }

  private static boolean isYounger(FileStatus file, FileStatus reference) {
    return file.writtenNanos() > reference.writtenNanos()
        || file.changedNanos() > reference.writtenNanos();
  }
}
