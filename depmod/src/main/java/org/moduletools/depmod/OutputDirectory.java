package org.moduletools.depmod;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.moduletools.cli.IoReason;
import org.moduletools.files.AtomicFile;

/**
 * The directory that modprobe reads, where a set of files replaces the former one as a whole.
 *
 * <p>All files are written and synced in a folder of their own first; then {@link OutputSwitch}
 * lets them take the place of the former ones at one moment. So a full disk leaves the former set,
 * and whatever ends the run, the files are all of one set or all of the other.
 *
 * <p>Where a file system has no links they are renamed one after another, and each is whole at any
 * moment. The first file given, modules.dep, is then renamed last, the others in the order given,
 * which begins with modules.dep.bin:
 *
 * <ul>
 *   <li>A reader looks up aliases and symbols to find names, then names in modules.dep.bin. That
 *       one comes first, so a name never leads to a module of which modules.dep.bin does not know
 *       yet. The other way round an added module would be found by its alias and then be missing,
 *       in place of what the alias loaded before.
 *   <li>It reads a text file only where the .bin beside it is absent or damaged. As both are
 *       complete at any moment, it does not matter which of them is new.
 *   <li>{@code depmod -A} compares all else with the text file modules.dep. As long as that is the
 *       former one, the next run sees that there is work left.
 * </ul>
 *
 * <p>One depmod at a time writes here, so two that run at once leave the set of the one that came
 * last. What a killed one has left is therefore nobody's, and is settled first.
 */
final class OutputDirectory {

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
   * @throws IOException whose message names the file; then all files are still of the former set,
   *     or, if all that failed was to tidy up, of the new one
   */
  void publish(List<OutputFile> files) throws IOException {
    createDirectories();
    OutputLock.whileHeld(directory.resolve(LOCK), () -> {
      OutputSwitch change = new OutputSwitch(directory);
      change.settle();
      try {
        writeAll(files, change.begin());
        change.replace(inOrder(files));
        change.settle();
      } catch (IOException failed) {
        settleAfter(failed, change);
        throw failed;
      }
    });
  }

  /** Returns whether another run is at work, or was killed and has left something. */
  boolean hasLeftovers() throws IOException {
    return Files.exists(directory.resolve(LOCK)) || new OutputSwitch(directory).hasLeftovers();
  }

  private static List<String> inOrder(List<OutputFile> files) {
    List<String> names = new ArrayList<>();
    files.subList(1, files.size()).forEach(file -> names.add(file.name()));
    names.add(files.get(0).name());
    return names;
  }

  private static void settleAfter(IOException failed, OutputSwitch change) {
    try {
      change.settle();
    } catch (IOException again) {
      failed.addSuppressed(again); // the next run will do it
    }
  }

  private void createDirectories() throws IOException {
    if (!Files.isDirectory(directory)) {
      Files.createDirectories(directory, AtomicFile.permissions(directory, "rwxr-xr-x"));
    }
  }

  /**
   * Writes on all cores, since most of the time goes by in waiting for the disk. When this ends, be
   * it by a failure, nothing is written any more.
   */
  private void writeAll(List<OutputFile> files, Path folder) throws IOException {
    List<Optional<IOException>> failures =
        files.parallelStream().map(file -> write(file, folder)).toList();
    for (Optional<IOException> failure : failures) {
      if (failure.isPresent()) {
        throw failure.get();
      }
    }
  }

  /** Returns what went wrong. */
  private Optional<IOException> write(OutputFile file, Path folder) {
    try {
      write(folder.resolve(file.name()), file.content());
      return Optional.empty();
    } catch (IOException failed) {
      return Optional.of(new FileSystemException(
          directory.resolve(file.name()).toString(), null, IoReason.of(failed)));
    }
  }

  private static void write(Path file, byte[] content) throws IOException {
    try (FileChannel channel = AtomicFile.create(file, PERMISSIONS)) {
      AtomicFile.write(channel, content);
      if (hasPermissions(file)) {
        Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
            .setPermissions(PosixFilePermissions.fromString(PERMISSIONS)); // whatever the umask
      }
      channel.force(true);
    }
  }

  private static boolean hasPermissions(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
