package org.moduletools.index;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;

/**
 * Keys, each with one of its values, by numbers from 0 in the order in which they came. All bytes
 * of keys stand one behind the other, so that to compare them is to look at one array.
 */
final class IndexEntries {

  private byte[] keys = new byte[1 << 12];
  private int[] ends = new int[1 << 8];
  private byte[][] values = new byte[1 << 8][];
  private int[] priorities = new int[1 << 8];
  private int count;

  /** The value that came last, and its bytes: many keys lead to one module. */
  private String lastValue = "";

  private byte[] lastValueBytes = new byte[0];

  int count() {
    return count;
  }

  /** Returns how long all keys are together. */
  int keyBytes() {
    return count == 0 ? 0 : ends[count - 1];
  }

  /** Adds one, whose key has 7-bit characters only. */
  void add(String key, String value, int priority) {
    int start = keyBytes();
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, 2 * count);
      values = Arrays.copyOf(values, 2 * count);
      priorities = Arrays.copyOf(priorities, 2 * count);
    }
    int end = Math.addExact(start, key.length());
    if (keys.length < end) {
      keys = Arrays.copyOf(keys, Math.max(2 * keys.length, end));
    }
    for (int i = start; i < end; i++) {
      keys[i] = (byte) key.charAt(i - start);
    }
    ends[count] = end;
    if (!value.equals(lastValue)) {
      lastValue = value;
      lastValueBytes = value.getBytes(ISO_8859_1);
    }
    values[count] = lastValueBytes;
    priorities[count] = priority;
    count++;
  }

  /** Returns the array in which all keys stand. */
  byte[] keys() {
    return keys;
  }

  /** Returns for each entry where in {@link #keys} its key ends and the next one begins. */
  int[] ends() {
    return ends;
  }

  /** Returns where in {@link #keys} the key of an entry begins. */
  int start(int entry) {
    return entry == 0 ? 0 : ends[entry - 1];
  }

  /** Returns how long the key of an entry is. */
  int length(int entry) {
    return ends[entry] - start(entry);
  }

  byte[] value(int entry) {
    return values[entry];
  }

  /** Returns the priority of an entry, unsigned; smaller comes first. */
  int priority(int entry) {
    return priorities[entry];
  }
}
