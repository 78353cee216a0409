package org.moduletools.indexing;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.moduletools.files.FileLister;
import org.moduletools.files.FileStatus;
import org.moduletools.files.IoReason;
import org.moduletools.module.ModuleSuffix;
import org.moduletools.work.Crew;

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
  private final ConcurrentLinkedQueue<List<FoundModule>> found = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<String> complaints = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean metUnreadable = new AtomicBoolean();

  private ModuleWalk(FileLister files, Predicate<String> excluded) {
    this.files = files;
    this.excluded = excluded;
  }

  /**
   * Walks below {@code root}.
   *
   * @param prefix the beginning of the modules' names in modules.dep
   * @param excluded returns whether to skip a name, of a file or a directory. {@code build} and
   *     {@code source} are skipped too, by which distributions link to the kernel's sources
   * @throws IOException if {@code root} is no directory or cannot be opened
   */
  static ModuleWalk below(Path root, String prefix, FileLister files, Predicate<String> excluded)
      throws IOException {
    FileStatus status = files.status(root);
    if (!status.isDirectory()) {
      throw new NotDirectoryException(root.toString());
    }
    ModuleWalk walk = new ModuleWalk(files, excluded);
    Directory first = walk.new Directory(root, prefix, Optional.empty(), Optional.of(status));
    List<Directory> further = first.visit(files.list(root));
    Crew.OF_PROCESSORS.forEachFrom(further, Directory::visit);
    return walk;
  }

  /** Returns the modules found, in no order. */
  List<FoundModule> modules() {
    List<FoundModule> all = new ArrayList<>();
    found.forEach(all::addAll);
    return all;
  }

  /** Returns whether something unreadable may have been a module. */
  boolean metUnreadable() {
    return metUnreadable.get();
  }

  /** Returns the messages about unreadable files, in the same order on every machine. */
  List<String> complaints() {
    return complaints.stream().sorted().toList();
  }

  /** A directory, read concurrently with others. */
  private final class Directory {

    private final Path path;
    private final String prefix;
    private final Optional<Directory> above;
    private Optional<FileStatus> status;

    /** Whether a link may have led to it, so that it may lie above itself. */
    private final boolean byLink;

    /**
     * A directory.
     *
     * @param prefix the beginning of its modules' names in modules.dep
     * @param above the directory above it, if that belongs to the walk
     * @param status its status, unless it is known to be no link
     */
    Directory(Path path, String prefix, Optional<Directory> above, Optional<FileStatus> status) {
      this.path = path;
      this.prefix = prefix;
      this.above = above;
      this.status = status;
      this.byLink = above.isPresent() && (status.isPresent() || above.get().byLink);
    }

    /** Returns the directories in it. */
    List<Directory> visit() {
      try {
        return visit(files.list(path));
      } catch (NoSuchFileException vanished) {
        // It has vanished.
      } catch (IOException failed) {
        complain(path, failed);
      }
      return List.of();
    }

    List<Directory> visit(List<FileLister.Entry> entries) {
      List<Directory> directories = new ArrayList<>();
      List<FoundModule> modules = new ArrayList<>();
      for (FileLister.Entry entry : entries) {
        if (isLeftOut(entry.name())) {
          continue;
        }
        if (entry.isDirectory() && !byLink) {
          directories.add(below(entry.name(), Optional.empty()));
        } else if (entry.status().isPresent()) {
          visit(entry.name(), entry.status().get(), directories, modules);
        } else {
          visitIfStillThere(entry.name(), directories, modules);
        }
      }
      if (!modules.isEmpty()) {
        found.add(modules);
      }
      return directories;
    }

    private Directory below(String name, Optional<FileStatus> status) {
      return new Directory(path.resolve(name), prefix + name + "/", Optional.of(this), status);
    }

    private void visit(
        String name, FileStatus status, List<Directory> directories, List<FoundModule> modules) {
      if (status.isDirectory()) {
        if (isInside(status)) {
          complaints.add("failed " + path.resolve(name) + ": Too many levels of symbolic links");
        } else {
          directories.add(below(name, Optional.of(status)));
        }
      } else if (status.isLink()) {
        complainIfItLeadsNowhere(path.resolve(name));
      } else if (!status.isRegular()) {
        complaints.add("unsupported file type " + path.resolve(name) + ": " + kind(status));
      } else if (ModuleSuffix.isOn(name)) {
        String listed = prefix + name;
        if (listed.indexOf('\n') >= 0) {
          complaints.add("unsupported file name " + path.resolve(name));
        } else {
          modules.add(new FoundModule(path, listed, status));
        }
      }
    }

    /** Returns whether {@code other} is this directory or one above it, as a link may be. */
    private boolean isInside(FileStatus other) {
      for (Optional<Directory> way = Optional.of(this); way.isPresent(); way = way.get().above) {
        if (way.get().status().filter(other::isSameFile).isPresent()) {
          return true;
        }
      }
      return false;
    }

    private Optional<FileStatus> status() {
      if (status.isEmpty()) { // or another thread reads the same
        status = files.statusOrLink(path);
      }
      return status;
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
      complaints.add("could not stat " + link + ": No such file or directory");
    }

    private void visitIfStillThere(
        String name, List<Directory> directories, List<FoundModule> modules) {
      Path file = path.resolve(name);
      try {
        visit(name, files.status(file), directories, modules);
      } catch (NoSuchFileException vanished) {
        // As above.
      } catch (IOException failed) {
        complain(file, failed);
      }
    }

    private void complain(Path file, IOException failure) {
      metUnreadable.set(true);
      complaints.add("failed " + file + ": " + IoReason.of(failure));
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
