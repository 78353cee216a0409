package org.moduletools.files;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** Lists by java.nio.file, on any file system of Java's. */
public final class PathLister implements FileLister {

  private final SystemFiles system;

  /** A lister without system calls of its own. */
  public PathLister() {
    this(SystemFiles.NONE);
  }

  /** A lister that uses {@code system} where /proc lacks an answer. */
  public PathLister(SystemFiles system) {
    this.system = system;
  }

  @Override
  public List<Entry> list(Path directory) throws IOException {
    List<Entry> entries = new ArrayList<>();
    try (DirectoryStream<Path> paths = Files.newDirectoryStream(directory)) {
      for (Path path : paths) {
        entries.add(new Entry(String.valueOf(path.getFileName()), statusOrLink(path)));
      }
    } catch (DirectoryIteratorException failed) {
      throw failed.getCause();
    }
    return entries;
  }

  @Override
  public Optional<FileStatus> statusOrLink(Path path) {
    try {
      return Optional.of(status(path));
    } catch (IOException leadsNowhere) {
      try {
        return Optional.of(status(path, NOFOLLOW_LINKS));
      } catch (IOException notThere) {
        return Optional.empty();
      }
    }
  }

  @Override
  public FileStatus status(Path file) throws IOException {
    return status(file, new LinkOption[0]);
  }

  @Override
  public long nowNanos() {
    Instant now = Instant.now();
    return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
  }

  /**
   * Reads the kind from {@code system} first: /proc/mounts has no row for a change root that is no
   * mount point, and may be missing.
   */
  @Override
  public boolean isLocal(Path file) {
    try {
      return LocalFileSystem.hasName(Files.getFileStore(file).type());
    } catch (IOException | RuntimeException unknown) {
      OptionalLong type = system.fileSystemType(file);
      return type.isPresent() && LocalFileSystem.hasType(type.getAsLong());
    }
  }

  @Override
  public OptionalInt user() {
    return system.user();
  }

  private static FileStatus status(Path file, LinkOption... options) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      return of(
          Files.readAttributes(file, "unix:mode,dev,ino,size,lastModifiedTime,ctime", options));
    }
    return of(file, Files.readAttributes(file, BasicFileAttributes.class, options));
  }

  private static FileStatus of(Map<String, Object> unix) {
    return new FileStatus(
        (int) number(unix, "mode"),
        number(unix, "dev"),
        number(unix, "ino"),
        number(unix, "size"),
        nanos((FileTime) value(unix, "lastModifiedTime")),
        nanos((FileTime) value(unix, "ctime")));
  }

  private static long number(Map<String, Object> unix, String name) {
    return ((Number) value(unix, name)).longValue();
  }

  private static Object value(Map<String, Object> unix, String name) {
    return Objects.requireNonNull(unix.get(name));
  }

  private static FileStatus of(Path file, BasicFileAttributes basic) {
    int mode = 0;
    if (basic.isDirectory()) {
      mode = FileStatus.DIRECTORY;
    } else if (basic.isRegularFile()) {
      mode = FileStatus.REGULAR;
    } else if (basic.isSymbolicLink()) {
      mode = FileStatus.LINK;
    }
    // A zip file has neither numbers for its files nor links: a path is as good as a number.
    int key = basic.fileKey() == null
        ? file.toAbsolutePath().normalize().hashCode()
        : basic.fileKey().hashCode();
    long written = nanos(basic.lastModifiedTime());
    return new FileStatus(mode, 0, key, basic.size(), written, FileStatus.UNKNOWN);
  }

  private static long nanos(FileTime time) {
    return time.to(TimeUnit.NANOSECONDS);
  }
}
