package org.moduletools.modulecache;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.moduletools.files.AtomicFile;
import org.moduletools.files.Ownership;

/**
 * A folder of files for this user alone. It is used only if no other user can have changed its
 * content or its path: it and all folders above are no symbolic links, belong to this user or root,
 * and are not writable by others; a folder above it may also be a sticky one like /tmp.
 */
final class CacheFolder {

  /** A tree of modules comes to a hundredth of it. */
  private static final int MAX_BYTES = 256 << 20;

  /** What is read at once; Java has a copy of it meanwhile. */
  private static final int CHUNK_BYTES = 1 << 16;

  private final Path folder;
  private final int user;

  /**
   * The folder {@code folder}.
   *
   * @param folder an absolute path; it need not exist
   * @param user this process' effective user number
   */
  CacheFolder(Path folder, int user) {
    this.folder = folder;
    this.user = user;
  }

  /**
   * Returns the content of the file {@code name}.
   *
   * @throws IOException with the reason, if it cannot be read or trusted
   */
  byte[] read(String name) throws IOException {
    checkWay();
    Path file = folder.resolve(name);
    Ownership owner = Ownership.of(file, NOFOLLOW_LINKS);
    if (!owner.isRegular() || owner.user() != user || owner.isOpenToOthers()) {
      throw new IOException(file + " is not a file of this user's alone");
    }
    try (FileChannel channel = FileChannel.open(file, Set.of(READ, NOFOLLOW_LINKS))) {
      long size = channel.size();
      if (size > MAX_BYTES) {
        throw new IOException(file + " is larger than " + MAX_BYTES + " bytes");
      }
      byte[] content = new byte[(int) size];
      for (int filled = 0, read = 0; filled < content.length && read >= 0; filled += read) {
        int length = Math.min(content.length - filled, CHUNK_BYTES);
        read = channel.read(ByteBuffer.wrap(content, filled, length));
      }
      return content; // if the file has become shorter, its checksum shows it
    }
  }

  /**
   * Replaces the file {@code name} atomically, and deletes all but the {@code kept} youngest of the
   * files with the ending {@code family}. The folder is made if need be; the one above it must
   * exist.
   *
   * @throws IOException with the reason, if that fails or would not be safe
   */
  void write(String name, byte[] content, String family, int kept) throws IOException {
    if (!Files.exists(folder, NOFOLLOW_LINKS)) {
      new CacheFolder(Objects.requireNonNullElse(folder.getParent(), folder), user).checkWay();
      makeFolder();
    }
    checkWay();
    // Without sync: after a crash the checksum shows a damaged file.
    AtomicFile.replace(folder.resolve(name), content, "rw-------", family);
    deleteOldest(family, kept);
  }

  private void makeFolder() throws IOException {
    try {
      Files.createDirectory(folder, AtomicFile.permissions(folder, "rwxr-xr-x"));
    } catch (FileAlreadyExistsException madeMeanwhile) {
      // By another depmod; it is looked at like any other.
    }
  }

  private void deleteOldest(String family, int kept) throws IOException {
    record Aged(Path file, long age) {}

    List<Aged> files = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "*" + family)) {
      for (Path file : all) {
        files.add(new Aged(file, Files.getLastModifiedTime(file, NOFOLLOW_LINKS).toMillis()));
      }
    }
    files.sort(Comparator.comparingLong(Aged::age).reversed());
    for (Aged old : files.subList(Math.min(kept, files.size()), files.size())) {
      Files.deleteIfExists(old.file());
    }
  }

  private void checkWay() throws IOException {
    check(folder, false);
    for (Path above = folder.getParent(); above != null; above = above.getParent()) {
      check(above, true);
    }
  }

  private void check(Path path, boolean mayBeSticky) throws IOException {
    Ownership owner = Ownership.of(path, NOFOLLOW_LINKS);
    if (!owner.isDirectory()) {
      throw new IOException(path + " is not a folder");
    }
    if (owner.user() != user && owner.user() != Ownership.ROOT) {
      throw new IOException(path + " belongs to another user");
    }
    if (owner.isOpenToOthers() && !(mayBeSticky && owner.isSticky())) {
      throw new IOException(path + " can be written to by others");
    }
  }
}
