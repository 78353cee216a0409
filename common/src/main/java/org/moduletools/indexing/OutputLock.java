package org.moduletools.indexing;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.moduletools.files.AtomicFile;
import org.moduletools.files.IoReason;
import org.moduletools.kernel.BoundedWait;

/**
 * Lets one depmod at a time write to a directory; a second one waits, but not without an end.
 *
 * <p>The lock is an fcntl(2) lock on a file that stands in the directory only meanwhile, so nothing
 * is left for a package's removal script to trip over. Who gets the lock on a file that the former
 * holder has just deleted holds nothing, and tries again. Whether the file is still the one in the
 * directory is seen by its size, which each holder sets to a number of its own: opening it a second
 * time to look inside would, when closed, give up the lock. The file of a depmod that was killed is
 * used by the next. A zip file has one user, so there is no lock in it. Nobody else may open it: a
 * lock for reading would be enough to keep depmod out.
 */
final class OutputLock {

  private static final int SIZES = 1 << 16;

  private OutputLock() {}

  /** What is done while the lock is held. */
  interface Work {
    void run() throws IOException;
  }

  /**
   * Runs {@code work} while nobody else holds the lock.
   *
   * @param file the file that is locked; it is created and deleted
   * @param wait how long somebody else is waited for
   * @throws IOException whose message names a file
   */
  static void whileHeld(Path file, BoundedWait wait, Work work) throws IOException {
    if (AtomicFile.isInArchive(file)) {
      work.run();
      return;
    }
    try {
      while (!tryWhileHeld(file, wait, work)) {
        // The former holder has deleted the file that was waited for.
      }
    } catch (FileSystemException | IndexingException named) {
      throw named;
    } catch (IOException unnamed) {
      throw new FileSystemException(file.toString(), null, IoReason.of(unnamed));
    }
  }

  private static boolean tryWhileHeld(Path file, BoundedWait wait, Work work) throws IOException {
    try (FileChannel channel = FileChannel.open(
        file, Set.of(CREATE, WRITE, NOFOLLOW_LINKS), AtomicFile.permissions(file, "rw-------"))) {
      lock(file, channel, wait);
      if (!isStillThere(file, channel)) {
        return false;
      }
      try {
        work.run();
      } finally {
        Files.deleteIfExists(file);
      }
      return true;
    }
  }

  /** Closing the channel unlocks. */
  private static void lock(Path file, FileChannel channel, BoundedWait wait) throws IOException {
    while (!tryLock(channel)) {
      if (!wait.goesOn("another depmod, which writes to " + file.getParent())) {
        throw new FileSystemException(
            file.toString(), null, "another depmod has held this lock all the time");
      }
    }
  }

  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException ownThread) {
      throw new IOException("another thread of this process is writing here", ownThread);
    } catch (IOException unsupported) {
      return true; // not every network file system has locks; then two at a time are the user's
      // affair
    }
  }

  private static boolean isStillThere(Path file, FileChannel channel) throws IOException {
    int size = 1 + ThreadLocalRandom.current().nextInt(SIZES);
    try {
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(new byte[] {'\n'}), size - 1L);
    } catch (IOException full) {
      deleteUnmarked(file);
      throw full;
    }
    return sizeBytes(file) == size;
  }

  /** Deletes the file if it has no size yet; if somebody else is about to set it, he will see. */
  private static void deleteUnmarked(Path file) throws IOException {
    if (sizeBytes(file) == 0) {
      Files.deleteIfExists(file);
    }
  }

  /** Returns -1 if there is no such file. */
  private static long sizeBytes(Path file) throws IOException {
    try {
      return Files.size(file);
    } catch (NoSuchFileException deleted) {
      return -1;
    }
  }
}
