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

/** Writes files so that nobody ever sees a part of one, nor can put another in its way. */
public final class AtomicFile {

  /** What is written at once; Java has a copy of it meanwhile. */
  private static final int CHUNK_BYTES = 1 << 16;

  private AtomicFile() {}

  /**
   * Lets {@code file} hold {@code content}. It is first written beside it, to a file that is new
   * and whose name nobody can guess. Nothing is synced.
   *
   * @param permissions such as {@code rw-r--r--}, of which the umask takes away
   * @param ending of the name beside it
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
   * Creates a file to be written to; no link is followed.
   *
   * @param permissions such as {@code rw-r--r--}, of which the umask takes away
   * @throws IOException if the name is taken, or there is another reason
   */
  public static FileChannel create(Path file, String permissions) throws IOException {
    return FileChannel.open(
        file, options(file, CREATE_NEW, WRITE, NOFOLLOW_LINKS), permissions(file, permissions));
  }

  /** Returns {@code options} without those that the file system of {@code file} refuses. */
  public static Set<OpenOption> options(Path file, OpenOption... options) {
    Set<OpenOption> known = new HashSet<>(List.of(options));
    if (isInArchive(file)) {
      known.remove(NOFOLLOW_LINKS); // where there are no links
    }
    return known;
  }

  /**
   * Returns whether {@code file} is in a zip file that this process has opened. It is nobody else's
   * then, and a name is there when what was written has been closed.
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

  /** Returns what lets {@code path} have these permissions, if its file system has any. */
  public static FileAttribute<?>[] permissions(Path path, String permissions) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
