package org.moduletools.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Collects keys with their values and lays them out as the file that kmod 34 would write
 * (tools/depmod.c: index_insert, index_write), each node before its children. Keys may come in any
 * order; values of one key are ordered by priority, lowest first, of equal ones the last that came
 * first.
 */
public final class IndexBuilder {

  private static final Comparator<IndexEntry> IN_FILE = Comparator.comparing(IndexEntry::key)
      .thenComparing(IndexEntry::priority, Integer::compareUnsigned)
      .thenComparing(IndexEntry::number, Comparator.reverseOrder());

  private final List<IndexEntry> entries = new ArrayList<>();

  /** Returns whether the format can hold {@code text}: 7-bit characters without NUL. */
  public static boolean canHold(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0 || c >= IndexFormat.EDGES) {
        return false;
      }
    }
    return true;
  }

  /**
   * Adds a value to {@code key}; a key may have several, even equal ones.
   *
   * @param priority unsigned
   * @throws IllegalArgumentException if the format cannot hold key or value
   */
  public void add(String key, String value, int priority) {
    if (!canHold(key) || !canHold(value)) {
      throw new IllegalArgumentException(
          "key and value must be 7-bit without NUL: " + key + " " + value);
    }
    entries.add(new IndexEntry(key, value, priority, entries.size()));
  }

  /**
   * As {@link #add}, but for what comes from a text file: the value may have 8-bit characters, as
   * paths do, and what cannot be held nevertheless is left out.
   */
  void addText(String key, String value, int priority) {
    if (canHold(key) && value.indexOf(0) < 0) {
      entries.add(new IndexEntry(key, value, priority, entries.size()));
    }
  }

  /**
   * Returns the whole file.
   *
   * @throws IllegalStateException if it would be larger than 256 MiB, which no reference can tell
   */
  public byte[] toBytes() {
    List<IndexEntry> sorted = new ArrayList<>(entries);
    sorted.sort(IN_FILE);
    return new TrieWriter(sorted).toBytes();
  }
}
