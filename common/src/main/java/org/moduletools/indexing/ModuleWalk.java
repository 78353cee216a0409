package org.moduletools.indexing;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.moduletools.files.FileLister;
import org.moduletools.files.FileStatus;
import org.moduletools.files.IoReason;
import org.moduletools.module.ModuleSuffix;

/**
 * A walk over all files below a directory, on all cores, for names with a module's ending (kmod 34,
 * tools/depmod.c: depmod_modules_search_dir).
 *
 * <p>Symbolic links are followed, but not to a directory above the link, since the walk would not
 * end. An unreadable directory is reported, and the walk goes on. Files that vanish meanwhile are
 * not reported, such as the temporary files of another depmod.
 */
final class ModuleWalk {

  private final FileLister files;
  private final Predicate<String> excluded;
  private final List<Found> found = new ArrayList<>();
  private final ConcurrentLinkedQueue<String> complaints = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean metUnreadable = new AtomicBoolean();

  private ModuleWalk(FileLister files, Predicate<String> excluded) {
    this.files = files;
    this.excluded = excluded;
  }

  /**
   * A file that was found.
   *
   * @param path its path
   * @param below its path relative to the root of the walk
   * @param status its status at that moment
   */
  record Found(Path path, String below, FileStatus status) {}

  /**
   * Walks below {@code root}.
   *
   * @param excluded returns whether to skip a name, of a file or a directory. {@code build} and
   *     {@code source} are skipped too, by which distributions link to the kernel's sources
   * @throws IOException if {@code root} is no directory or cannot be opened
   */
  static ModuleWalk below(Path root, FileLister files, Predicate<String> excluded)
      throws IOException {
    FileStatus status = files.status(root);
    if (!status.isDirectory()) {
      throw new NotDirectoryException(root.toString());
    }
    ModuleWalk walk = new ModuleWalk(files, excluded);
    Directory first = new Directory(walk, root, "", List.of(status));
    first.visit(files.list(root));
    walk.found.addAll(first.found);
    List<Directory> level = first.subdirectories;
    while (!level.isEmpty()) { // not one inside the other: there may be thousands
      ForkJoinTask.invokeAll(level);
      List<Directory> next = new ArrayList<>();
      for (Directory directory : level) {
        walk.found.addAll(directory.found);
        next.addAll(directory.subdirectories);
      }
      level = next;
    }
    return walk;
  }

  /** Returns the files found, in no order. */
  List<Found> files() {
    return Collections.unmodifiableList(found);
  }

  /** Returns whether something unreadable may have been a module. */
  boolean metUnreadable() {
    return metUnreadable.get();
  }

  /** Returns the messages about unreadable files, in the same order on every machine. */
  List<String> complaints() {
    return complaints.stream().sorted().toList();
  }

  /** A directory, read concurrently with others of the same depth. */
  private static final class Directory extends RecursiveAction {

    private static final long serialVersionUID = 1L;

    private final transient ModuleWalk walk;
    private final transient Path path;
    private final String prefix;
    private final transient List<FileStatus> way;
    private final transient List<Directory> subdirectories = new ArrayList<>();
    private final transient List<Found> found = new ArrayList<>();

    /**
     * A directory of {@code walk}.
     *
     * @param prefix the path of its entries relative to the root, without their names
     * @param way the directories from the root to this one
     */
    Directory(ModuleWalk walk, Path path, String prefix, List<FileStatus> way) {
      this.walk = walk;
      this.path = path;
      this.prefix = prefix;
      this.way = way;
    }

    @Override
    protected void compute() {
      try {
        visit(walk.files.list(path));
      } catch (NoSuchFileException vanished) {
        // It has vanished.
      } catch (IOException failed) {
        complain(path, failed);
      }
    }

    void visit(List<FileLister.Entry> entries) {
      for (FileLister.Entry entry : entries) {
        if (walk.isLeftOut(entry.name())) {
          continue;
        }
        if (entry.status().isPresent()) {
          visit(entry, entry.status().get());
        } else {
          visitIfStillThere(entry);
        }
      }
    }

    private void visit(FileLister.Entry entry, FileStatus status) {
      String below = prefix + entry.name();
      if (status.isDirectory()) {
        if (way.stream().anyMatch(status::isSameFile)) {
          walk.complaints.add("failed " + entry.path() + ": Too many levels of symbolic links");
          return;
        }
        List<FileStatus> newWay = new ArrayList<>(way);
        newWay.add(status);
        subdirectories.add(new Directory(walk, entry.path(), below + "/", newWay));
      } else if (status.isLink()) {
        complainIfItLeadsNowhere(entry.path());
      } else if (!status.isRegular()) {
        walk.complaints.add("unsupported file type " + entry.path() + ": " + kind(status));
      } else if (ModuleSuffix.isOn(entry.name()) && below.indexOf('\n') >= 0) {
        walk.complaints.add("unsupported file name " + entry.path());
      } else if (ModuleSuffix.isOn(entry.name())) {
        found.add(new Found(entry.path(), below, status));
      }
    }

    /** A file that another depmod is about to add may not be there yet. */
    private void complainIfItLeadsNowhere(Path link) {
      try {
        if (OutputSwitch.isSwitching(link)) {
          return;
        }
      } catch (IOException unreadable) {
        // The fault of the link itself does not matter.
      }
      walk.complaints.add("could not stat " + link + ": No such file or directory");
    }

    private void visitIfStillThere(FileLister.Entry entry) {
      try {
        visit(entry, walk.files.status(entry.path()));
      } catch (NoSuchFileException vanished) {
        // As above.
      } catch (IOException failed) {
        complain(entry.path(), failed);
      }
    }

    private void complain(Path file, IOException failure) {
      walk.metUnreadable.set(true);
      walk.complaints.add("failed " + file + ": " + IoReason.of(failure));
    }
  }

  private boolean isLeftOut(String name) {
    return name.equals("build") || name.equals("source") || excluded.test(name);
  }

  /** Returns the bits of stat(2) for the kind of a file, in octal as kmod prints them. */
  private static String kind(FileStatus status) {
    return status.kind() == 0 ? "unknown" : Integer.toOctalString(status.kind());
  }
}
