package org.moduletools.fuzz;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** A root folder in memory, for one input, which is put where the programs look for it. */
public final class MemoryFolder implements AutoCloseable {

  private final FileSystem files = Jimfs.newFileSystem(Configuration.unix());

  /** Returns the root. */
  public Path root() {
    return files.getPath("/");
  }

  /** Writes a file, makes the folders above it, and returns it. */
  public Path put(String place, byte[] content) {
    Path file = root().resolve(place);
    try {
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      return Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      files.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
