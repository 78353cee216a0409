package org.moduletools.diagnosis;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * A folder that this user may not enter or list, so that nobody knows what is in it.
 *
 * @param folder its path
 */
public record ClosedFolder(Path folder) implements Cause {

  /** Returns the first of {@code folder} and those above it, from the root on, that is closed. */
  public static Optional<ClosedFolder> onTheWayTo(Path folder) {
    Deque<Path> way = new ArrayDeque<>();
    for (Path one = folder; one != null; one = one.getParent()) {
      way.push(one);
    }
    return way.stream()
        .filter(one -> Files.isDirectory(one) && !isOpen(one, one.equals(folder)))
        .findFirst()
        .map(ClosedFolder::new);
  }

  private static boolean isOpen(Path folder, boolean isListed) {
    return Files.isExecutable(folder) && (!isListed || Files.isReadable(folder));
  }

  @Override
  public String inWords() {
    return folder + " may not be read by this user: ask as root";
  }
}
