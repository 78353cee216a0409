package org.moduletools.index;

import java.util.Arrays;

/**
 * Sorts entries by the bytes of their keys; those of one key by priority, lowest first, and of
 * equal ones the last added first. It is the three-way radix quicksort of Bentley and Sedgewick
 * (Fast algorithms for sorting and searching strings, 1997), which compares a common prefix of many
 * keys once; it goes on by eight bytes, which are copied beside the order, so that memory is read
 * in a row.
 */
final class EntrySort {

  private final IndexEntries entries;
  private final byte[] keys;
  private final int[] order;

  /** By place in the order: the next eight bytes of the key, zeros where it ends before. */
  private final long[] eights;

  private EntrySort(IndexEntries entries) {
    this.entries = entries;
    this.keys = entries.keys();
    this.order = new int[entries.count()];
    this.eights = new long[entries.count()];
  }

  /** Returns the numbers of the entries in their order. */
  static int[] order(IndexEntries entries) {
    EntrySort sort = new EntrySort(entries);
    for (int i = 0; i < sort.order.length; i++) {
      sort.order[i] = i;
    }
    sort.read(0, sort.order.length, 0);
    sort.sort(0, sort.order.length, 0);
    return sort.order;
  }

  /**
   * Sorts a part of the order whose keys agree in their first {@code agreed} bytes, and whose next
   * ones have been read. The largest part of it is sorted in the loop, so that recursion is never
   * deep.
   */
  private void sort(int begin, int end, int agreed) {
    int from = begin;
    int to = end;
    int depth = agreed;
    while (to - from > 1) {
      long pivot = median(eights[from], eights[(from + to) >>> 1], eights[to - 1]);
      int less = from;
      int more = to;
      for (int i = from; i < more; ) {
        if (eights[i] < pivot) {
          swap(less++, i++);
        } else if (eights[i] > pivot) {
          swap(i, --more);
        } else {
          i++;
        }
      }
      if ((pivot & 0xff) == 0) { // these keys have ended
        sortEqual(less, more);
      } else {
        read(less, more, depth + Long.BYTES);
        if (more - less >= Math.max(less - from, to - more)) {
          sort(from, less, depth);
          sort(more, to, depth);
          from = less;
          to = more;
          depth += Long.BYTES;
          continue;
        }
        sort(less, more, depth + Long.BYTES);
      }
      if (less - from > to - more) {
        sort(more, to, depth);
        to = less;
      } else {
        sort(from, less, depth);
        from = more;
      }
    }
  }

  /**
   * Reads the eight bytes from {@code depth} on of the keys in a part of the order. No key has a
   * byte that is zero or above 127.
   */
  private void read(int from, int to, int depth) {
    for (int i = from; i < to; i++) {
      int start = entries.start(order[i]);
      int at = start + depth;
      int end = start + entries.length(order[i]);
      eights[i] = end - at >= Long.BYTES ? eight(at) : rest(at, end);
    }
  }

  private long eight(int at) {
    int high = keys[at] << 24 | keys[at + 1] << 16 | keys[at + 2] << 8 | keys[at + 3];
    int low = keys[at + 4] << 24 | keys[at + 5] << 16 | keys[at + 6] << 8 | keys[at + 7];
    return (long) high << Integer.SIZE | low;
  }

  /** Returns the bytes up to {@code end}, fewer than eight, and zeros. */
  private long rest(int at, int end) {
    long eight = 0;
    for (int i = at; i < end; i++) {
      eight = eight << Byte.SIZE | keys[i];
    }
    return eight << (Byte.SIZE * (Long.BYTES - (end - at))); // of none, 0
  }

  private static long median(long a, long b, long c) {
    return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
  }

  private void swap(int i, int j) {
    int entry = order[i];
    order[i] = order[j];
    order[j] = entry;
    long eight = eights[i];
    eights[i] = eights[j];
    eights[j] = eight;
  }

  /** Sorts entries that have one key: by a number that has the priority in its upper half. */
  private void sortEqual(int from, int to) {
    if (to - from < 2) {
      return;
    }
    long[] ranks = new long[to - from];
    for (int i = from; i < to; i++) {
      long priority = entries.priority(order[i]) ^ Integer.MIN_VALUE; // unsigned order
      ranks[i - from] = priority << 32 | (Integer.MAX_VALUE - order[i]);
    }
    Arrays.sort(ranks);
    for (int i = from; i < to; i++) {
      order[i] = Integer.MAX_VALUE - (int) ranks[i - from];
    }
  }
}
