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
 * Lets one depmod at a time write to a directory; a second one waits, with a limit.
 *
 * <p>The lock is an fcntl(2) lock on a temporary file in the directory, so nothing is left that
 * would keep a package's removal from deleting the directory. A lock on a file that the former
 * holder has just deleted is worthless, and taken anew. The size of the file shows whether it is
 * still the one in the directory: each holder sets it to a number of its own. Opening the file a
 * second time to read it would, on closing, release the lock. The file of a depmod that was killed
 * is used by the next. A zip file has one user, so there is no lock in it. Other users may not open
 * the file: a lock for reading would be enough to keep depmod out.
 */
final class OutputLock {

  private static final int SIZES = 1 << 16;

  private OutputLock() {}

  /** The work under the lock. */
  interface Work {
    void run() throws IOException;
  }

  /**
   * Runs {@code work} under the lock.
   *
   * @param file the file to lock; it is created and deleted
   * @param wait limits the wait for another holder
   * @throws IOException with a file's name in the message
   */
  static void whileHeld(Path file, BoundedWait wait, Work work) throws IOException {
    if (AtomicFile.isInArchive(file)) {
      work.run();
      return;
    }
    try {
      while (!tryWhileHeld(file, wait, work)) {
        // The former holder has deleted the locked file.
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

  /**
   * Deletes the file if it has no size yet; another process that is about to set it will notice.
   */
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
