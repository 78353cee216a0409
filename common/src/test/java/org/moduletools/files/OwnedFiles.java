package org.moduletools.files;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Tells of files as they are, but that the test says whose they are. */
public final class OwnedFiles extends RealFiles {

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
}
