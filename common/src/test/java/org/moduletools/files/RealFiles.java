package org.moduletools.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Tells of files as they are; a test has one of its own that tells one thing otherwise. */
public class RealFiles implements FileLister {

  private final FileLister real = new PathLister();

  @Override
  public List<Entry> list(Path directory) throws IOException {
    return real.list(directory);
  }

  @Override
  public FileStatus status(Path file) throws IOException {
    return real.status(file);
  }

  @Override
  public Optional<FileStatus> statusOrLink(Path file) {
    return real.statusOrLink(file);
  }

  @Override
  public long nowNanos() {
    return real.nowNanos();
  }

  @Override
  public boolean isLocal(Path file) {
    return real.isLocal(file);
  }
}
