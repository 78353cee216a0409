package org.moduletools.indexing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.moduletools.files.AtomicFile;
import org.moduletools.files.IoReason;
import org.moduletools.kernel.BoundedWait;
import org.moduletools.work.Crew;

/**
 * The directory that modprobe reads, where a set of files replaces the former one as a whole.
 *
 * <p>All files are first written and synced in a folder of their own. Then {@link OutputSwitch}
 * replaces the former ones atomically. So a full disk leaves the former set, and whatever ends the
 * run, the files are all of one set or all of the other.
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
 * <p>One depmod at a time writes here, so two concurrent ones leave the set of the last. So
 * leftovers belong to a killed run, and are settled first.
 */
final class OutputDirectory {

  private static final String PERMISSIONS = "rw-r--r--";
  private static final String LOCK = ".depmod.lock";

  /** The number of writing threads: while one waits for the disk another can begin. */
  private static final int WRITERS = 2;

  private final Path directory;

  /** The directory need not exist yet. */
  OutputDirectory(Path directory) {
    this.directory = directory;
  }

  /** Makes the files of a set. */
  @FunctionalInterface
  interface Maker {

    /**
     * Passes each file to {@code taker} when it is ready, from any thread. If one fails, no file is
     * published.
     */
    void make(Consumer<OutputFile> taker) throws IOException;
  }

  /**
   * Replaces the former set by the files of {@code maker}. If that throws an exception the former
   * set stays.
   *
   * @param names the names of all these files; the first of them is renamed last
   * @param wait limits the wait for another depmod that writes here
   * @throws IOException with the file's name in the message; then all files are still of the former
   *     set, or, if only the cleanup failed, of the new one
   */
  void publish(List<String> names, BoundedWait wait, Maker maker) throws IOException {
    createDirectories();
    OutputLock.whileHeld(directory.resolve(LOCK), wait, () -> {
      OutputSwitch change = new OutputSwitch(directory, inOrder(names));
      try {
        writeAll(names, maker, change);
        change.replace();
        change.settle();
      } catch (IOException | RuntimeException failed) {
        settleAfter(failed, change);
        throw failed;
      }
    });
  }

  /** Returns whether another run is at work, or a killed run has left files. */
  boolean hasLeftovers() throws IOException {
    return Files.exists(directory.resolve(LOCK))
        || new OutputSwitch(directory, List.of()).hasLeftovers();
  }

  private static List<String> inOrder(List<String> names) {
    List<String> ordered = new ArrayList<>(names.subList(1, names.size()));
    ordered.add(names.get(0));
    return ordered;
  }

  private static void settleAfter(Exception failed, OutputSwitch change) {
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
   * Begins the change, and writes each file while others are still being made, since most of the
   * time is spent waiting for the disk. When this returns or throws, no thread writes any more.
   */
  private void writeAll(List<String> names, Maker maker, OutputSwitch change) throws IOException {
    ExecutorService pool = Executors.newFixedThreadPool(WRITERS);
    Executor writers = Crew.orHere(pool);
    CompletableFuture<Optional<IOException>> begun =
        CompletableFuture.supplyAsync(() -> failure(change::begin), writers);
    Map<String, CompletableFuture<Optional<IOException>>> written = new ConcurrentHashMap<>();
    try {
      maker.make(file -> written.put(
          file.name(),
          begun.thenApplyAsync(failed -> failed.or(() -> write(file, change.folder())), writers)));
    } finally {
      try {
        begun.join();
        written.values().forEach(CompletableFuture::join);
      } finally {
        pool.shutdown();
      }
    }
    for (String name : names) {
      Optional<IOException> failure =
          Objects.requireNonNull(written.get(name), name).join();
      if (failure.isPresent()) {
        throw failure.get();
      }
    }
  }

  /** A step that may fail. */
  private interface Step {
    void take() throws IOException;
  }

  private static Optional<IOException> failure(Step step) {
    try {
      step.take();
      return Optional.empty();
    } catch (IOException failed) {
      return Optional.of(failed);
    }
  }

  /** Returns the failure, if any. */
  private Optional<IOException> write(OutputFile file, Path folder) {
    return failure(() -> write(folder.resolve(file.name()), file.content()))
        .map(failed -> new FileSystemException(
            directory.resolve(file.name()).toString(), null, IoReason.of(failed)));
  }

  private static void write(Path file, OutputBytes content) throws IOException {
    try (FileChannel channel = AtomicFile.create(file, PERMISSIONS)) {
      for (ByteBuffer piece : content.pieces()) {
        AtomicFile.write(channel, piece);
      }
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
