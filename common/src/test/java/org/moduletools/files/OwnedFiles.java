package org.moduletools.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells of files as they are, but that the test says whose they are. */
public final class OwnedFiles implements FileLister {

  private final FileLister real = new PathLister();
  private final Map<String, Ownership> ownerships = new HashMap<>();

  /** Lets the file of that absolute name have this owner, group and mode. */
  public OwnedFiles with(String path, int user, int group, int mode) {
    ownerships.put(path, new Ownership(user, group, mode));
    return this;
  }

  @Override
  public Optional<Ownership> ownership(Path file) {
    return Optional.ofNullable(ownerships.get(file.toString()));
  }

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
