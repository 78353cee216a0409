package org.moduletools.modulefile;

import java.util.List;

/**
 * The strings of a module's {@code .modinfo} section, in section order.
 *
 * @param entries one for each string
 */
public record Modinfo(List<Entry> entries) {

  /** A module without any. */
  public static final Modinfo EMPTY = new Modinfo(List.of());

  /** Copies {@code entries}. */
  public Modinfo {
    entries = List.copyOf(entries);
  }

  /**
   * One string {@code key=value}.
   *
   * @param key what stands before the first {@code =}, or all of it
   * @param value what stands behind, or nothing
   */
  public record Entry(String key, String value) {}

  /** Returns the values of {@code key}, in section order. */
  public List<String> values(String key) {
    int count = 0;
    for (Entry entry : entries) {
      count += entry.key().equals(key) ? 1 : 0;
    }
    if (count == 0) {
      return List.of();
    }
    String[] values = new String[count];
    count = 0;
    for (Entry entry : entries) {
      if (entry.key().equals(key)) {
        values[count++] = entry.value();
      }
    }
    return List.of(values);
  }
}
