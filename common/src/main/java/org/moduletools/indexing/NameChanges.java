package org.moduletools.indexing;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.moduletools.files.IoReason;

/**
 * Changes names in one directory, each atomically. A failure names the file, and, unlike with
 * {@link Files#exists} and the like, is never treated as a result.
 */
final class NameChanges {

  private final Path directory;
  private final Path next;

  /**
   * Changes names in {@code directory}.
   *
   * @param nextName the temporary name of a new file
   */
  NameChanges(Path directory, String nextName) {
    this.directory = directory;
    this.next = directory.resolve(nextName);
  }

  /** Returns the path of a name. */
  Path path(String name) {
    return directory.resolve(name);
  }

  /** Makes a folder that all users may read, whatever the umask is. */
  Path makeFolder(String name) throws IOException {
    Path folder = Files.createDirectory(path(name));
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    return folder;
  }

  /** Replaces {@code name}, whatever it was, by a symbolic link. */
  void makeSymbolicLink(String name, String target) throws IOException {
    try {
      Files.createSymbolicLink(next, directory.getFileSystem().getPath(target));
    } catch (IOException failed) {
      throw about(name, failed);
    }
    rename(next, name);
  }

  /**
   * Replaces {@code name}, whatever it was, by a hard link to {@code other}.
   *
   * @throws NoSuchFileException if there is no such file
   */
  void makeLink(String name, String other) throws IOException {
    try {
      Files.deleteIfExists(next);
      Files.createLink(next, path(other));
    } catch (NoSuchFileException absent) {
      throw absent;
    } catch (IOException failed) {
      throw about(name, failed);
    }
    rename(next, name);
  }

  /** Renames the file {@code from} to {@code name}, whatever that was. */
  void rename(String from, String name) throws IOException {
    rename(path(from), name);
  }

  private void rename(Path from, String name) throws IOException {
    try {
      // Only the first counts, but in a zip file, which does not know it.
      Files.move(from, path(name), ATOMIC_MOVE, REPLACE_EXISTING);
    } catch (IOException failed) {
      throw about(name, failed);
    }
  }

  private IOException about(String name, IOException failed) {
    return new FileSystemException(path(name).toString(), null, IoReason.of(failed));
  }

  /** Returns the attributes of {@code name}, links not followed. */
  BasicFileAttributes attributes(String name) throws IOException {
    return Files.readAttributes(path(name), BasicFileAttributes.class, NOFOLLOW_LINKS);
  }

  boolean isThere(String name) throws IOException {
    try {
      attributes(name);
      return true;
    } catch (NoSuchFileException absent) {
      return false;
    }
  }

  /** Returns the paths of the names that begin with {@code prefix}. */
  List<Path> beginningWith(String prefix) throws IOException {
    return beginningWith(prefix, directory);
  }

  private static List<Path> beginningWith(String prefix, Path folder) throws IOException {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(
        folder, path -> String.valueOf(path.getFileName()).startsWith(prefix))) {
      stream.forEach(entries::add);
    } catch (DirectoryIteratorException failed) {
      throw failed.getCause();
    }
    return entries;
  }

  /** Deletes a file, or a folder with the files in it. */
  void deleteAll(Path leftover) throws IOException {
    if (attributes(String.valueOf(leftover.getFileName())).isDirectory()) {
      for (Path file : beginningWith("", leftover)) {
        Files.deleteIfExists(file);
      }
    }
    Files.deleteIfExists(leftover);
  }

  /** Syncs the names in a folder, where the file system can do so. */
  void sync(String folder) {
    try (FileChannel channel = FileChannel.open(path(folder), READ)) {
      channel.force(true);
    } catch (IOException unsupported) {
      // The files themselves are synced; their names will be too, a little later.
    }
  }
}
