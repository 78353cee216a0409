package org.moduletools.depmod;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotLinkException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.moduletools.cli.IoReason;

/**
 * Lets one set of files in a directory take the place of another at one moment, that of a single
 * rename(2). Meanwhile there are
 *
 * <pre>
 *   .depmod-new/NAME   the new files, written and synced
 *   .depmod-old/NAME   the former ones, by a second link
 *   .depmod-now        a symbolic link to .depmod-old, then to .depmod-new: this is the moment
 *   NAME               a symbolic link to .depmod-now/NAME
 * </pre>
 *
 * <p>Before, when NAME becomes a symbolic link, and afterwards, when it becomes a file again,
 * nothing changes for who reads NAME. So whatever ends this program, the files are all of one set,
 * for any reader that follows symbolic links as open(2) does; and {@link #settle}, whoever calls it
 * next, leaves only files, of that set. The directory is synced after each step, so that a crash of
 * the machine finds the steps in their order too.
 */
final class OutputSwitch {

  private static final String PREFIX = ".depmod-";
  private static final String NEW = ".depmod-new";
  private static final String OLD = ".depmod-old";
  private static final String NOW = ".depmod-now";
  /** The name under which something is made before it is renamed. */
  private static final String NEXT = ".depmod-next";

  private final Path directory;

  OutputSwitch(Path directory) {
    this.directory = directory;
  }

  /**
   * Makes the folder for the new files.
   *
   * @return the folder
   */
  Path begin() throws IOException {
    return makeFolder(NEW);
  }

  /** Whatever the umask is: who reads NAME has to get through. */
  private Path makeFolder(String name) throws IOException {
    Path folder = Files.createDirectory(directory.resolve(name));
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    return folder;
  }

  /**
   * Lets the new files take the place of the former ones.
   *
   * @param names in the order in which they are renamed where there can be no links
   * @throws IOException whose message names the file
   */
  void replace(List<String> names) throws IOException {
    List<String> former = former(names);
    sync(directory.resolve(NEW));
    if (!keep(former)) {
      renameEach(names);
      return;
    }
    sync(directory.resolve(OLD));
    sync(directory);
    for (String name : names) {
      link(name, NOW + "/" + name);
    }
    sync(directory);
    link(NOW, NEW);
    sync(directory);
  }

  /** Returns those of the names that files have; nothing else may be in the way. */
  private List<String> former(List<String> names) throws IOException {
    List<String> former = new ArrayList<>();
    for (String name : names) {
      Path file = directory.resolve(name);
      try {
        if (Files.readAttributes(file, BasicFileAttributes.class, NOFOLLOW_LINKS)
            .isDirectory()) {
          throw new FileSystemException(file.toString(), null, "Is a directory");
        }
        former.add(name);
      } catch (NoSuchFileException absent) {
        // It has nothing to keep.
      }
    }
    return former;
  }

  /** Returns whether the former files could be linked: not every file system has links. */
  private boolean keep(List<String> former) {
    try {
      Path old = makeFolder(OLD);
      for (String name : former) {
        Path file = directory.resolve(name);
        if (Files.isSymbolicLink(file)) {
          return false; // in another folder it may lead elsewhere
        }
        Files.createLink(old.resolve(name), file);
      }
      Files.createSymbolicLink(directory.resolve(NOW), path(OLD));
      return true;
    } catch (IOException | UnsupportedOperationException withoutLinks) {
      return false;
    }
  }

  /** Where a kill in between leaves files of both sets, each of them whole. */
  private void renameEach(List<String> names) throws IOException {
    sync(directory);
    for (String name : names) {
      rename(directory.resolve(NEW).resolve(name), name);
    }
    sync(directory);
  }

  /** Lets {@code name}, whatever it was, be a symbolic link. */
  private void link(String name, String target) throws IOException {
    Path next = directory.resolve(NEXT);
    try {
      Files.createSymbolicLink(next, path(target));
    } catch (IOException failed) {
      throw about(name, failed);
    }
    rename(next, name);
  }

  private void rename(Path file, String name) throws IOException {
    try {
      Files.move(file, directory.resolve(name), ATOMIC_MOVE);
    } catch (IOException failed) {
      throw about(name, failed);
    }
  }

  /**
   * Lets there be nothing but files, of whichever set it is by now. Does nothing if there is
   * nothing to do.
   *
   * @throws IOException if that fails; then the files are still of one set
   */
  void settle() throws IOException {
    if (isThere(directory.resolve(NOW))) {
      for (Path entry : entries("*")) {
        if (isSwitching(entry)) {
          settle(String.valueOf(entry.getFileName()));
        }
      }
      sync(directory);
      Files.delete(directory.resolve(NOW));
    }
    for (Path leftover : entries(PREFIX + "*")) {
      delete(leftover);
    }
  }

  /** Returns whether {@code file} is a symbolic link that stands for one of a set meanwhile. */
  static boolean isSwitching(Path file) throws IOException {
    try {
      return Files.readSymbolicLink(file).toString().equals(NOW + "/" + file.getFileName());
    } catch (NotLinkException | NoSuchFileException another) {
      return false;
    }
  }

  /** Unlike what Files.exists and the like tell, a failure is not taken for an answer. */
  private static BasicFileAttributes attributes(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class, NOFOLLOW_LINKS);
  }

  private static boolean isThere(Path file) throws IOException {
    try {
      attributes(file);
      return true;
    } catch (NoSuchFileException absent) {
      return false;
    }
  }

  /** By another link, as a reader may just have been led to the first. */
  private void settle(String name) throws IOException {
    Path next = directory.resolve(NEXT);
    Files.deleteIfExists(next);
    try {
      Files.createLink(next, directory.resolve(NOW).resolve(name));
    } catch (NoSuchFileException inThisSet) {
      Files.delete(directory.resolve(name));
      return;
    } catch (IOException failed) {
      throw about(name, failed);
    }
    rename(next, name);
  }

  /** Returns whether there is something to settle. */
  boolean hasLeftovers() throws IOException {
    return !entries(PREFIX + "*").isEmpty();
  }

  private List<Path> entries(String pattern) throws IOException {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory, pattern)) {
      stream.forEach(entries::add);
    } catch (DirectoryIteratorException failed) {
      throw failed.getCause();
    }
    return entries;
  }

  private static void delete(Path leftover) throws IOException {
    if (attributes(leftover).isDirectory()) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(leftover)) {
        for (Path file : files) {
          Files.deleteIfExists(file);
        }
      } catch (DirectoryIteratorException failed) {
        throw failed.getCause();
      }
    }
    Files.deleteIfExists(leftover);
  }

  /** Makes the names in a folder last, where the file system can do so. */
  private static void sync(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, READ)) {
      channel.force(true);
    } catch (IOException unsupported) {
      // The files themselves are synced; their names will be too, a little later.
    }
  }

  private Path path(String relative) {
    return directory.getFileSystem().getPath(relative);
  }

  private IOException about(String name, IOException failed) {
    return new FileSystemException(directory.resolve(name).toString(), null, IoReason.of(failed));
  }
}
