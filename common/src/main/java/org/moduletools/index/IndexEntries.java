package org.moduletools.index;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;

/**
 * Keys, each with one of its values, numbered from 0 in the order in which they were added. The
 * bytes of all keys are in one array, for fast comparison.
 */
final class IndexEntries {

  private byte[] keys;
  private int[] ends;
  private byte[][] values;
  private int[] priorities;
  private int count;
  private long valueBytes;

  /** The last value and its bytes: many keys have the same module. */
  private String lastValue = "";

  private byte[] lastValueBytes = new byte[0];

  /**
   * Allocates space for {@code count} keys with {@code keyBytes} bytes in all; both at least one.
   */
  IndexEntries(int count, int keyBytes) {
    this.keys = new byte[keyBytes];
    this.ends = new int[count];
    this.values = new byte[count][];
    this.priorities = new int[count];
  }

  int count() {
    return count;
  }

  /** Returns the length of all keys together. */
  int keyBytes() {
    return count == 0 ? 0 : ends[count - 1];
  }

  /** Returns the length of all values together. */
  long valueBytes() {
    return valueBytes;
  }

  /**
   * Adds an entry, unless the format cannot hold it: both have 7-bit characters only, and no NUL.
   *
   * @return whether it is added
   */
  boolean add(String key, String value, int priority) {
    if (!value.equals(lastValue)) {
      byte[] bytes = new byte[value.length()];
      if (!copy(value, bytes, 0)) {
        return false;
      }
      lastValue = value;
      lastValueBytes = bytes;
    }
    return add(key, lastValueBytes, priority);
  }

  /** As the other, but the value may be any bytes without NUL. */
  boolean add(String key, byte[] value, int priority) {
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
    if (!copy(key, keys, start)) {
      return false;
    }
    ends[count] = end;
    values[count] = value;
    priorities[count] = priority;
    valueBytes += value.length;
    count++;
    return true;
  }

  /** Copies {@code text}; returns false if it has other than 7-bit characters, or a NUL. */
  private static boolean copy(String text, byte[] to, int at) {
    byte[] bytes = text.getBytes(ISO_8859_1);
    int sign = 0; // of a byte that is no such character, or a '?', which may stand for another one
    for (byte b : bytes) {
      sign |= (b - 1) | ((b ^ '?') - 1);
    }
    if (sign < 0 && !IndexBuilder.canHold(text)) {
      return false;
    }
    System.arraycopy(bytes, 0, to, at, bytes.length);
    return true;
  }

  /** Returns the array of all keys. */
  byte[] keys() {
    return keys;
  }

  /** Returns the position in {@link #keys} where the key of an entry begins. */
  int start(int entry) {
    return entry == 0 ? 0 : ends[entry - 1];
  }

  /** Returns the length of an entry's key. */
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
