package org.moduletools.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Which of several module files with one name counts: the one in the directory that a search line
 * names first, unless an override line is for another (kmod 34, tools/depmod.c:
 * depmod_module_is_higher_priority).
 */
public final class SearchOrder {

  private static final String BUILT_IN = "built-in";
  private static final String EXTERNAL = "external";

  /** Stands where no path begins so: none holds a NUL. */
  private static final String NOWHERE = "\0";

  /** What counts if no search line says anything. */
  private static final List<String> DEFAULT = List.of("updates");

  /** Paths without the ending, the last one that was configured counting most. */
  private final List<String> overrides;

  /** Directories with a slash behind, the last one counting most. External ones begin with one. */
  private final List<String> directories;

  /** The priority of what no search word is for. */
  private final int builtIn;

  /**
   * Makes the order.
   *
   * @param words of all search lines, the one that counts most first: directories below the module
   *     directory, {@code built-in} for what is in none of them, and {@code external} for all of
   *     {@code outside}
   * @param outside directories elsewhere, the one that counts most first
   * @param overrides paths below the module directory without the ending
   */
  SearchOrder(List<String> words, List<String> outside, List<String> overrides) {
    List<String> places = new ArrayList<>();
    for (String word : words.isEmpty() ? DEFAULT : words) {
      if (word.equals(EXTERNAL)) {
        places.addAll(outside);
      } else if (!word.startsWith("/")) { // such a word means nothing: not even one of outside
        places.add(word);
      }
    }
    Collections.reverse(places);
    this.builtIn = places.lastIndexOf(BUILT_IN);
    this.directories = places.stream()
        .map(place -> place.equals(BUILT_IN) ? NOWHERE : place + "/")
        .toList();
    this.overrides = List.copyOf(overrides);
  }

  /**
   * Returns how much the module file at {@code path} counts. The file with the greater number
   * replaces the other; at the same number neither does.
   *
   * @param path below the module directory and without a slash in front, or, for a file in an
   *     external directory, that directory as it was configured, a slash, and the path below
   */
  public int priority(String path) {
    if (!overrides.isEmpty() && !path.startsWith("/")) {
      int override = overrides.lastIndexOf(withoutEnding(path));
      if (override >= 0) {
        return directories.size() + override;
      }
    }
    for (int i = directories.size() - 1; i >= 0; i--) {
      if (path.startsWith(directories.get(i))) {
        return i;
      }
    }
    return builtIn;
  }

  /** Cuts a path behind the module's name, that is at the first dot of the file's name. */
  private static String withoutEnding(String path) {
    int dot = path.indexOf('.', path.lastIndexOf('/') + 1);
    return dot < 0 ? path : path.substring(0, dot);
  }
}
