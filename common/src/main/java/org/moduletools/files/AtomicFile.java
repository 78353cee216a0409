package org.moduletools.files;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Writes files atomically: no reader ever sees a part of one, and no other user can put a file in
 * its way.
 */
public final class AtomicFile {

  /** The size of one write. Java copies as much. */
  private static final int CHUNK_BYTES = 1 << 16;

  private AtomicFile() {}

  /**
   * Replaces {@code file} by one that holds {@code content}. The content is first written beside
   * it, to a new file with a name that cannot be guessed. Nothing is synced.
   *
   * @param permissions such as {@code rw-r--r--}, less those of the umask
   * @param ending of the temporary file's name
   * @throws IOException if that cannot be done; then the file is as it was
   */
  public static void replace(Path file, byte[] content, String permissions, String ending)
      throws IOException {
    Path unfinished = file.resolveSibling(file.getFileName() + "."
        + Long.toHexString(ThreadLocalRandom.current().nextLong()) + ending);
    try {
      try (FileChannel channel = create(unfinished, permissions)) {
        write(channel, ByteBuffer.wrap(content));
      }
      Files.move(unfinished, file, ATOMIC_MOVE);
    } catch (IOException failed) {
      Files.deleteIfExists(unfinished);
      throw failed;
    }
  }

  /**
   * Creates a file and opens it for writing; no link is followed.
   *
   * @param permissions such as {@code rw-r--r--}, less those of the umask
   * @throws IOException if the name is taken, or there is another reason
   */
  public static FileChannel create(Path file, String permissions) throws IOException {
    return FileChannel.open(
        file, options(file, CREATE_NEW, WRITE, NOFOLLOW_LINKS), permissions(file, permissions));
  }

  /**
   * Returns {@code options} without those that the file system of {@code file} does not support.
   */
  public static Set<OpenOption> options(Path file, OpenOption... options) {
    Set<OpenOption> known = new HashSet<>(List.of(options));
    if (isInArchive(file)) {
      known.remove(NOFOLLOW_LINKS); // where there are no links
    }
    return known;
  }

  /**
   * Returns whether {@code file} is in a zip file that this process has opened. No other process
   * writes to it then, and an entry exists once it has been closed.
   */
  public static boolean isInArchive(Path file) {
    return file.getFileSystem().provider().getScheme().equals("jar");
  }

  /** Writes all that remains of {@code content}. */
  public static void write(FileChannel channel, ByteBuffer content) throws IOException {
    int end = content.limit();
    while (content.position() < end) {
      content.limit(Math.min(content.position() + CHUNK_BYTES, end));
      channel.write(content);
    }
  }

  /**
   * Returns the attribute for these permissions, if the file system of {@code path} has
   * permissions.
   */
  public static FileAttribute<?>[] permissions(Path path, String permissions) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
