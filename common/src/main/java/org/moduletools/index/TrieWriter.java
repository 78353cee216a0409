package org.moduletools.index;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Lays sorted entries out as a trie, each node before its children, children in the order of their
 * bytes (kmod 34, tools/depmod.c: index_write). A node is a run of entries whose keys begin alike.
 */
final class TrieWriter {

  /** The number of ints for a node to be written: those of {@link #push}. */
  private static final int NODE = 4;

  private final IndexEntries entries;
  private final int[] order;
  private final byte[] keys;

  /**
   * By place in the order: the positions in {@link #keys} where the key begins, and where it ends.
   */
  private final int[] begins;

  private final int[] ends;

  /** The nodes to be written, the next one last. */
  private int[] todo = new int[64 * NODE];

  private int todoSize;
  private final int maxBytes;
  private byte[] file;
  private int size;

  /** Writes the entries in {@code order}, the result of {@link EntrySort}. */
  TrieWriter(IndexEntries entries, int[] order, int maxBytes) {
    this.maxBytes = maxBytes;
    this.entries = entries;
    this.order = order;
    this.keys = entries.keys();
    this.begins = new int[order.length];
    this.ends = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      begins[i] = entries.start(order[i]);
      ends[i] = begins[i] + entries.length(order[i]);
    }
    this.file = new byte[(int) Math.min(atMost(entries), 1 << 26)];
  }

  /** Returns a size that most files do not exceed, so that the buffer need not grow. */
  private static long atMost(IndexEntries entries) {
    return 64 + entries.valueBytes() + 48L * entries.count();
  }

  /**
   * Returns the whole file, in a buffer with an array that may be larger.
   *
   * @throws IndexSizeException if it would be larger than {@code maxBytes}
   */
  ByteBuffer write() throws IndexSizeException {
    putInt(IndexFormat.MAGIC);
    putInt(IndexFormat.VERSION);
    putInt(0);
    push(0, order.length, 0, size - Integer.BYTES);
    while (todoSize > 0) {
      todoSize -= NODE;
      write(todo[todoSize], todo[todoSize + 1], todo[todoSize + 2], todo[todoSize + 3]);
      if (size > maxBytes) {
        throw new IndexSizeException(maxBytes);
      }
    }
    return ByteBuffer.wrap(file, 0, size);
  }

  /**
   * Notes a node to be written.
   *
   * @param from the place of the first of its entries
   * @param to the place after the last of its entries
   * @param prefixStart the offset of its prefix in their keys
   * @param referenceAt the position of its reference in the file
   */
  private void push(int from, int to, int prefixStart, int referenceAt) {
    if (todoSize == todo.length) {
      todo = Arrays.copyOf(todo, 2 * todoSize);
    }
    todo[todoSize++] = from;
    todo[todoSize++] = to;
    todo[todoSize++] = prefixStart;
    todo[todoSize++] = referenceAt;
  }

  private void write(int from, int to, int prefixStart, int referenceAt) {
    int prefixEnd = prefixEnd(from, to, prefixStart);
    int values = from;
    while (values < to && ends[values] - begins[values] == prefixEnd) {
      values++;
    }
    setInt(
        referenceAt,
        size
            | (prefixStart < prefixEnd ? IndexFormat.HAS_PREFIX : 0)
            | (from < values ? IndexFormat.HAS_VALUES : 0)
            | (values < to ? IndexFormat.HAS_CHILDREN : 0));
    if (prefixStart < prefixEnd) {
      putText(keys, begins[from] + prefixStart, prefixEnd - prefixStart);
    }
    if (values < to) {
      putChildren(values, to, prefixEnd);
    }
    if (from < values) {
      putValues(from, values);
    }
  }

  /**
   * Returns the length of the common prefix of all keys, that of the first and the last. The root
   * has no prefix.
   */
  private int prefixEnd(int from, int to, int prefixStart) {
    if (prefixStart == 0) {
      return 0;
    }
    int first = begins[from];
    int last = begins[to - 1];
    int shorter = Math.min(ends[from] - first, ends[to - 1] - last);
    int end = prefixStart;
    while (end < shorter && keys[first + end] == keys[last + end]) {
      end++;
    }
    return end;
  }

  /** Writes the table of children, empty; each child fills in its reference. */
  private void putChildren(int from, int to, int edgeAt) {
    int firstEdge = keys[begins[from] + edgeAt];
    int lastEdge = keys[begins[to - 1] + edgeAt];
    putByte(firstEdge);
    putByte(lastEdge);
    int table = size;
    int tableBytes = Integer.BYTES * (lastEdge - firstEdge + 1);
    makeRoom(tableBytes); // of zeros
    size += tableBytes;
    int end = to;
    for (int start = to; start > from; end = start) { // the last is pushed first
      int edge = keys[begins[start - 1] + edgeAt];
      while (start > from && keys[begins[start - 1] + edgeAt] == edge) {
        start--;
      }
      push(start, end, edgeAt + 1, table + Integer.BYTES * (edge - firstEdge));
    }
  }

  private void putValues(int from, int to) {
    putInt(to - from);
    for (int i = from; i < to; i++) {
      putInt(entries.priority(order[i]));
      byte[] value = entries.value(order[i]);
      putText(value, 0, value.length);
    }
  }

  private void putText(byte[] bytes, int from, int length) {
    makeRoom(length + 1);
    System.arraycopy(bytes, from, file, size, length);
    file[size + length] = 0;
    size += length + 1;
  }

  private void putByte(int value) {
    makeRoom(1);
    file[size++] = (byte) value;
  }

  private void putInt(int value) {
    makeRoom(Integer.BYTES);
    setInt(size, value);
    size += Integer.BYTES;
  }

  private void setInt(int at, int value) {
    file[at] = (byte) (value >>> 24);
    file[at + 1] = (byte) (value >>> 16);
    file[at + 2] = (byte) (value >>> 8);
    file[at + 3] = (byte) value;
  }

  private void makeRoom(int bytes) {
    if (file.length - size < bytes) {
      file = Arrays.copyOf(file, Math.max(2 * file.length, size + bytes));
    }
  }
}
