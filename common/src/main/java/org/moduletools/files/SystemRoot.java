package org.moduletools.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The root folder of a system: that of this machine, or of an image. In an image a link leads where
 * it would if the image ran (path_resolution(7), chroot(2)): {@code /usr/lib} is the image's, and
 * {@code ..} does not lead out of it.
 */
public final class SystemRoot {

  /** The root of this machine, where the kernel follows links. */
  public static final SystemRoot MACHINE = new SystemRoot(null);

  /** How many links lead on from one path at most (include/linux/namei.h: MAXSYMLINKS). */
  private static final int MAX_LINKS = 40;

  /** The target of links that stand for an empty file: the same in each system. */
  private static final String NOTHING = "/dev/null";

  private final @Nullable Path image;

  private SystemRoot(@Nullable Path image) {
    this.image = image;
  }

  /** Returns {@code root} as the root of a system; it is an absolute path. */
  public static SystemRoot of(Path root) {
    return root.getNameCount() == 0 ? MACHINE : new SystemRoot(root);
  }

  /** Returns the file at {@code path} in the system. */
  public Path inside(Path path) {
    Path root = path.getRoot();
    if (image == null || root == null || path.startsWith(image)) {
      return path;
    }
    return image.resolve(root.relativize(path).toString());
  }

  /**
   * Returns where {@code path}, a path in this root, leads: itself unless a link on the way would
   * lead elsewhere on this machine than in the system. A missing component ends the search for
   * links.
   */
  public Path follow(Path path) {
    boolean isBelow = image != null && path.startsWith(image) && !path.equals(image);
    return isBelow ? follow(Objects.requireNonNull(image), path) : path;
  }

  private static Path follow(Path root, Path path) {
    Deque<String> names = new ArrayDeque<>();
    push(path.subpath(root.getNameCount(), path.getNameCount()), names);
    Path at = root;
    boolean leavesRoot = false;
    int links = 0;
    while (!names.isEmpty()) {
      String name = names.pop();
      if (name.equals("..")) {
        leavesRoot |= at.equals(root);
        at = at.equals(root) ? root : at.resolveSibling("");
        continue;
      }
      Path next = at.resolve(name);
      Optional<Path> target = target(next);
      if (target.isEmpty()) {
        at = next;
      } else if (names.isEmpty() && target.get().toString().equals(NOTHING)) {
        return target.get();
      } else if (++links > MAX_LINKS) {
        return path; // which the kernel refuses to open
      } else {
        push(target.get(), names);
        leavesRoot |= target.get().isAbsolute();
        at = target.get().isAbsolute() ? root : at;
      }
    }
    return leavesRoot ? at : path;
  }

  private static void push(Path path, Deque<String> names) {
    List<String> added = new ArrayList<>();
    for (Path name : path) {
      String text = name.toString();
      if (!text.isEmpty() && !text.equals(".")) {
        added.add(text);
      }
    }
    Collections.reverse(added);
    added.forEach(names::push);
  }

  private static Optional<Path> target(Path path) {
    try {
      return Optional.of(Files.readSymbolicLink(path));
    } catch (IOException | UnsupportedOperationException noLink) {
      return Optional.empty();
    }
  }
}
