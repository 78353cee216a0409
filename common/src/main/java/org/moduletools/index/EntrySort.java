package org.moduletools.index;

import java.util.Arrays;

/**
 * Sorts entries by the bytes of their keys; those of one key by priority, lowest first, and of
 * equal ones the last added first. It is the three-way radix quicksort of Bentley and Sedgewick
 * (Fast algorithms for sorting and searching strings, 1997), which compares a common prefix of many
 * keys once.
 */
final class EntrySort {

  /** The value of {@link #at} after a key's last byte. */
  private static final int END = -1;

  private final IndexEntries entries;
  private final byte[] keys;
  private final int[] ends;
  private final int[] order;

  private EntrySort(IndexEntries entries) {
    this.entries = entries;
    this.keys = entries.keys();
    this.ends = entries.ends();
    this.order = new int[entries.count()];
  }

  /** Returns the numbers of the entries in their order. */
  static int[] order(IndexEntries entries) {
    EntrySort sort = new EntrySort(entries);
    for (int i = 0; i < sort.order.length; i++) {
      sort.order[i] = i;
    }
    sort.sort(0, sort.order.length, 0);
    return sort.order;
  }

  /** Sorts a part of the order whose keys agree in their first {@code agreed} bytes. */
  private void sort(int begin, int end, int agreed) {
    int from = begin;
    int to = end;
    int depth = agreed;
    while (to - from > 1) {
      int pivot = median(
          at(order[from], depth), at(order[(from + to) >>> 1], depth), at(order[to - 1], depth));
      int less = from;
      int more = to;
      for (int i = from; i < more; ) {
        int b = at(order[i], depth);
        if (b < pivot) {
          swap(less++, i++);
        } else if (b > pivot) {
          swap(i, --more);
        } else {
          i++;
        }
      }
      if (pivot == END) { // nothing is less
        sortEqual(from, more);
        from = more;
        continue;
      }
      // The largest part goes on in this loop, so that recursion is never deep.
      if (more - less >= Math.max(less - from, to - more)) {
        sort(from, less, depth);
        sort(more, to, depth);
        from = less;
        to = more;
        depth++;
      } else if (less - from > to - more) {
        sort(less, more, depth + 1);
        sort(more, to, depth);
        to = less;
      } else {
        sort(from, less, depth);
        sort(less, more, depth + 1);
        from = more;
      }
    }
  }

  /** Returns the byte of an entry's key at {@code position}, unsigned, or {@link #END}. */
  private int at(int entry, int position) {
    int at = (entry == 0 ? 0 : ends[entry - 1]) + position;
    return at < ends[entry] ? keys[at] & 0xff : END;
  }

  private static int median(int a, int b, int c) {
    return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
  }

  private void swap(int i, int j) {
    int entry = order[i];
    order[i] = order[j];
    order[j] = entry;
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
