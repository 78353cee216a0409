package org.moduletools.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The order among several module files with one name. The file in the directory that a search line
 * names first counts, unless an override line names another (kmod 34, tools/depmod.c:
 * depmod_module_is_higher_priority).
 */
public final class SearchOrder {

  private static final String BUILT_IN = "built-in";
  private static final String EXTERNAL = "external";

  /** The order without search lines. */
  private static final List<String> DEFAULT = List.of("updates");

  /** The priority of a path without the ending; the override configured last has the highest. */
  private final Map<String, Integer> overrides;

  /** The priority of a directory. External ones begin with a slash. */
  private final Map<String, Integer> directories;

  /** The priority of files that no search word covers. */
  private final int builtIn;

  /**
   * The order of these lines.
   *
   * @param words the words of all search lines, highest priority first: directories below the
   *     module directory, {@code built-in} for files in none of them, and {@code external} for all
   *     of {@code outside}
   * @param outside directories elsewhere, highest priority first
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
    this.directories = positions(places, 0);
    this.overrides = positions(overrides, places.size());
  }

  /** Returns the last position of each of {@code texts}, counted from {@code first}. */
  private static Map<String, Integer> positions(List<String> texts, int first) {
    Map<String, Integer> positions = new HashMap<>();
    for (int i = 0; i < texts.size(); i++) {
      positions.put(texts.get(i), first + i);
    }
    return positions;
  }

  /**
   * Returns the priority of the module file at {@code path}. The file with the greater number
   * replaces the other; at the same number neither does.
   *
   * @param path below the module directory and without a slash in front, or, for a file in an
   *     external directory, that directory as it was configured, a slash, and the path below
   */
  public int priority(String path) {
    if (!overrides.isEmpty() && !path.startsWith("/")) {
      Integer override = overrides.get(withoutEnding(path));
      if (override != null) {
        return override;
      }
    }
    int most = -1;
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      most = Math.max(most, directories.getOrDefault(path.substring(0, slash), -1));
    }
    return most < 0 ? builtIn : most;
  }

  /** Cuts a path after the module's name, that is at the first dot of the file's name. */
  private static String withoutEnding(String path) {
    int dot = path.indexOf('.', path.lastIndexOf('/') + 1);
    return dot < 0 ? path : path.substring(0, dot);
  }
}
