package org.moduletools.depmod;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.moduletools.cli.IoReason;
import org.moduletools.files.AtomicFile;

/**
 * The directory that modprobe reads, where a set of files replaces the former one as a whole.
 *
 * <p>All files are written and synced under temporary names first, then renamed one after another.
 * So a full disk leaves the former set untouched, and whatever ends the run in between, every file
 * is either the former or the new one, complete.
 *
 * <p>The first file given, modules.dep, is renamed last, the others in the order given, which
 * begins with modules.dep.bin. Why a reader may come at any moment between:
 *
 * <ul>
 *   <li>It looks up aliases and symbols to find names, then names in modules.dep.bin. That one
 *       comes first, so a name never leads to a module of which modules.dep.bin does not know yet.
 *       The other way round an added module would be found by its alias and then be missing, in
 *       place of what the alias loaded before.
 *   <li>It reads a text file only where the .bin beside it is absent or damaged. As both are
 *       complete at any moment, it does not matter which of them is new.
 *   <li>{@code depmod -A} compares all else with the text file modules.dep. As long as that is the
 *       former one, the next run sees that there is work left.
 * </ul>
 *
 * <p>One depmod at a time writes here, so two that run at once leave the set of the one that came
 * last. Temporaries that are found at the beginning are therefore nobody's, and deleted.
 */
final class OutputDirectory {

  private static final String TEMPORARY_PREFIX = ".depmod-";
  /** What is written at once; Java copies it first to memory of its own. */
  private static final int CHUNK_BYTES = 1 << 16;

  private static final String PERMISSIONS = "rw-r--r--";
  private static final String LOCK = ".depmod.lock";

  private final Path directory;

  /** Makes one that need not exist yet. */
  OutputDirectory(Path directory) {
    this.directory = directory;
  }

  /**
   * Replaces the former set by {@code files}.
   *
   * @param files the first of them is renamed last
   * @throws IOException whose message names the file; then the former set is still there, but for
   *     what was renamed before a rename failed
   */
  void publish(List<OutputFile> files) throws IOException {
    createDirectories();
    OutputLock.whileHeld(directory.resolve(LOCK), () -> {
      deleteTemporaries();
      try {
        writeAll(files);
        syncDirectory();
        for (OutputFile file : files.subList(1, files.size())) {
          rename(file);
        }
        rename(files.get(0));
        syncDirectory();
      } catch (IOException failed) {
        deleteTemporaries();
        throw failed;
      }
    });
  }

  private void createDirectories() throws IOException {
    if (!Files.isDirectory(directory)) {
      Files.createDirectories(directory, AtomicFile.permissions(directory, "rwxr-xr-x"));
    }
  }

  private void deleteTemporaries() throws IOException {
    try (DirectoryStream<Path> leftovers =
        Files.newDirectoryStream(directory, TEMPORARY_PREFIX + "*")) {
      for (Path leftover : leftovers) {
        Files.deleteIfExists(leftover);
      }
    }
  }

  /**
   * Writes on all cores, since most of the time goes by in waiting for the disk. When this ends, be
   * it by a failure, nothing is written any more.
   */
  private void writeAll(List<OutputFile> files) throws IOException {
    List<Optional<IOException>> failures =
        files.parallelStream().map(this::writeTemporary).toList();
    for (Optional<IOException> failure : failures) {
      if (failure.isPresent()) {
        throw failure.get();
      }
    }
  }

  /** Returns what went wrong. */
  private Optional<IOException> writeTemporary(OutputFile file) {
    try {
      write(temporary(file), file.content());
      return Optional.empty();
    } catch (IOException failed) {
      return Optional.of(about(file, failed));
    }
  }

  private static void write(Path temporary, byte[] content) throws IOException {
    try (FileChannel channel = AtomicFile.create(temporary, PERMISSIONS)) {
      for (int written = 0; written < content.length; ) {
        int length = Math.min(content.length - written, CHUNK_BYTES);
        written += channel.write(ByteBuffer.wrap(content, written, length));
      }
      if (hasPermissions(temporary)) {
        Files.getFileAttributeView(
                temporary, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
            .setPermissions(PosixFilePermissions.fromString(PERMISSIONS)); // whatever the umask
      }
      channel.force(true);
    }
  }

  private void rename(OutputFile file) throws IOException {
    try {
      Files.move(temporary(file), directory.resolve(file.name()), ATOMIC_MOVE);
    } catch (IOException failed) {
      throw about(file, failed);
    }
  }

  private Path temporary(OutputFile file) {
    return directory.resolve(TEMPORARY_PREFIX + file.name());
  }

  private IOException about(OutputFile file, IOException failed) {
    return new FileSystemException(
        directory.resolve(file.name()).toString(), null, IoReason.of(failed));
  }

  /** Makes the names in the directory last, where the file system can do so. */
  private void syncDirectory() {
    try (FileChannel channel = FileChannel.open(directory, READ)) {
      channel.force(true);
    } catch (IOException unsupported) {
      // The files themselves are synced; their names will be too, a little later.
    }
  }

  private static boolean hasPermissions(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
