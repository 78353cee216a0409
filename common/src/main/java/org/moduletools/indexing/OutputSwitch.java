package org.moduletools.indexing;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotLinkException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Replaces one set of files in a directory by another atomically, by a single rename(2). Meanwhile
 * there are
 *
 * <pre>
 *   .depmod-new/NAME   the new files, written and synced
 *   .depmod-old/NAME   the former ones, by a second link
 *   .depmod-now        a symbolic link to .depmod-old, then to .depmod-new: this is the moment
 *   NAME               a symbolic link to .depmod-now/NAME
 * </pre>
 *
 * <p>Before, when NAME becomes a symbolic link, and afterwards, when it becomes a file again,
 * nothing changes for a reader of NAME. So whatever ends this program, the files are all of one
 * set, for any reader that follows symbolic links as open(2) does. The next {@link #settle}, of any
 * process, leaves only files, of that set. The directory is synced after each step, so that the
 * order of the steps survives a crash of the machine.
 *
 * <p>One price: an open(2) that has followed the link to .depmod-now, and is delayed until that is
 * deleted, finds no file. The sync in between makes that rare.
 */
final class OutputSwitch {

  private static final String PREFIX = ".depmod-";
  private static final String NEW = ".depmod-new";
  private static final String OLD = ".depmod-old";
  private static final String NOW = ".depmod-now";

  private final NameChanges names;
  private final List<String> all;
  private boolean kept;

  /**
   * Switches files in {@code directory}.
   *
   * @param all the names, in the order in which they are renamed where there can be no links
   */
  OutputSwitch(Path directory, List<String> all) {
    this.names = new NameChanges(directory, PREFIX + "next");
    this.all = List.copyOf(all);
  }

  /** Returns the folder for the new files. */
  Path folder() {
    return names.path(NEW);
  }

  /**
   * Settles leftovers of a killed run, makes the folder for the new files and keeps the former
   * ones.
   *
   * @throws IOException with the file's name in the message
   */
  void begin() throws IOException {
    settle();
    names.makeFolder(NEW);
    kept = keep(former());
    if (kept) {
      names.sync(OLD);
    }
  }

  /**
   * Replaces the former files by the new ones.
   *
   * @throws IOException with the file's name in the message
   */
  void replace() throws IOException {
    names.sync(NEW);
    if (!kept) {
      renameEach();
      return;
    }
    names.sync(".");
    for (String name : all) {
      names.makeSymbolicLink(name, NOW + "/" + name);
    }
    names.sync(".");
    names.makeSymbolicLink(NOW, NEW);
    names.sync(".");
  }

  /** Returns the names of existing files; none may be a folder. */
  private List<String> former() throws IOException {
    List<String> former = new ArrayList<>();
    for (String name : all) {
      try {
        if (names.attributes(name).isDirectory()) {
          throw new FileSystemException(names.path(name).toString(), null, "Is a directory");
        }
        former.add(name);
      } catch (NoSuchFileException absent) {
        // There is nothing to keep.
      }
    }
    return former;
  }

  /** Returns whether the former files could be linked: not every file system has links. */
  private boolean keep(List<String> former) {
    try {
      Path old = names.makeFolder(OLD);
      for (String name : former) {
        if (names.attributes(name).isSymbolicLink()) {
          return false; // in another folder it may lead elsewhere
        }
        Files.createLink(old.resolve(name), names.path(name));
      }
      names.makeSymbolicLink(NOW, OLD);
      return true;
    } catch (IOException | UnsupportedOperationException withoutLinks) {
      return false;
    }
  }

  /**
   * Renames one file after the other: a kill in between leaves files of both sets, each of them
   * whole.
   */
  private void renameEach() throws IOException {
    names.sync(".");
    for (String name : all) {
      names.rename(NEW + "/" + name, name);
    }
    names.sync(".");
  }

  /**
   * Replaces links by files of the current set. Does nothing if there is nothing to do.
   *
   * @throws IOException if that fails; then the files are still of one set
   */
  void settle() throws IOException {
    if (names.isThere(NOW)) {
      for (Path entry : names.beginningWith("")) {
        if (isSwitching(entry)) {
          settle(String.valueOf(entry.getFileName()));
        }
      }
      names.sync(".");
      Files.delete(names.path(NOW));
    }
    for (Path leftover : names.beginningWith(PREFIX)) {
      names.deleteAll(leftover);
    }
  }

  /** Uses another link, since a reader may just have followed the first. */
  private void settle(String name) throws IOException {
    try {
      names.makeLink(name, NOW + "/" + name);
    } catch (NoSuchFileException inThisSet) {
      Files.delete(names.path(name));
    }
  }

  /** Returns whether {@code file} is one of the temporary symbolic links. */
  static boolean isSwitching(Path file) throws IOException {
    try {
      Path meant = file.getFileSystem().getPath(NOW, String.valueOf(file.getFileName()));
      return Files.readSymbolicLink(file).equals(meant);
    } catch (NotLinkException | NoSuchFileException | UnsupportedOperationException another) {
      return false;
    }
  }

  /** Returns whether there is something to settle. */
  boolean hasLeftovers() throws IOException {
    return !names.beginningWith(PREFIX).isEmpty();
  }
}
