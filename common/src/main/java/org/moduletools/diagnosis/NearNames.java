package org.moduletools.diagnosis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The names that a mistyped one may stand for: of modules, parameters, fields. */
public final class NearNames {

  private static final int MOST = 3;

  private NearNames() {}

  private record Near(String name, int distance) {}

  /**
   * Returns the names of {@code known} nearest to {@code typed}, three at most, the nearest first.
   * A name that differs by capitals alone is nearest of all. The shorter the name, the fewer errors
   * are allowed: one in a name of three letters, three in one of nine.
   */
  public static List<String> to(String typed, Collection<String> known) {
    String lower = typed.toLowerCase(Locale.ROOT);
    int allowed = Math.min(3, typed.length() / 3);
    List<Near> near = new ArrayList<>();
    for (String name : known) {
      int distance = EditDistance.between(lower, name.toLowerCase(Locale.ROOT), allowed);
      if (distance <= allowed) {
        near.add(new Near(name, distance));
      }
    }
    near.sort(Comparator.comparingInt(Near::distance).thenComparing(Near::name));
    return near.stream().map(Near::name).distinct().limit(MOST).toList();
  }
}
