package org.moduletools.index;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Lays sorted entries out as a trie, each node before its children, children in the order of their
 * bytes (kmod 34, tools/depmod.c: index_write). A node is a run of entries whose keys begin alike.
 */
final class TrieWriter {

  /**
   * A node to be written.
   *
   * @param from the first of its entries
   * @param to behind the last of its entries
   * @param prefixStart where in their keys its prefix begins
   * @param referenceAt where in the file its reference belongs
   */
  private record Todo(int from, int to, int prefixStart, int referenceAt) {}

  private final IndexEntries entries;
  private final int[] order;
  private final byte[] keys;
  private final Deque<Todo> todo = new ArrayDeque<>();
  private final int maxBytes;
  private byte[] file;
  private int size;

  /** Writes the entries in {@code order}, which is {@link EntrySort}'s. */
  TrieWriter(IndexEntries entries, int[] order, int maxBytes) {
    this.maxBytes = maxBytes;
    this.entries = entries;
    this.order = order;
    this.keys = entries.keys();
    this.file = new byte[(int) Math.min(entries.keyBytes() + 24L * order.length + 64, 1 << 26)];
  }

  /**
   * Returns the whole file.
   *
   * @throws IndexSizeException if it would be larger than {@code maxBytes}
   */
  byte[] toBytes() throws IndexSizeException {
    putInt(IndexFormat.MAGIC);
    putInt(IndexFormat.VERSION);
    putInt(0);
    todo.push(new Todo(0, order.length, 0, size - Integer.BYTES));
    while (!todo.isEmpty()) {
      write(todo.pop());
      if (size > maxBytes) {
        throw new IndexSizeException(maxBytes);
      }
    }
    return Arrays.copyOf(file, size);
  }

  private void write(Todo node) {
    int prefixEnd = prefixEnd(node);
    int values = node.from;
    while (values < node.to && entries.length(order[values]) == prefixEnd) {
      values++;
    }
    setInt(
        node.referenceAt,
        size
            | (node.prefixStart < prefixEnd ? IndexFormat.HAS_PREFIX : 0)
            | (node.from < values ? IndexFormat.HAS_VALUES : 0)
            | (values < node.to ? IndexFormat.HAS_CHILDREN : 0));
    if (node.prefixStart < prefixEnd) {
      putText(keys, key(node.from) + node.prefixStart, prefixEnd - node.prefixStart);
    }
    if (values < node.to) {
      putChildren(values, node.to, prefixEnd);
    }
    if (node.from < values) {
      putValues(node.from, values);
    }
  }

  /** Returns up to where all keys agree; the first and the last tell. The root has no prefix. */
  private int prefixEnd(Todo node) {
    int end = node.prefixStart;
    if (end == 0) {
      return 0;
    }
    int first = key(node.from);
    int last = key(node.to - 1);
    int shorter = Math.min(entries.length(order[node.from]), entries.length(order[node.to - 1]));
    while (end < shorter && keys[first + end] == keys[last + end]) {
      end++;
    }
    return end;
  }

  /** Writes the table of children, empty, and leaves it to them to fill in their references. */
  private void putChildren(int from, int to, int edgeAt) {
    int firstEdge = keys[key(from) + edgeAt];
    int lastEdge = keys[key(to - 1) + edgeAt];
    putByte(firstEdge);
    putByte(lastEdge);
    int table = size;
    for (int edge = firstEdge; edge <= lastEdge; edge++) {
      putInt(0);
    }
    int end = to;
    for (int start = to; start > from; end = start) { // the last is pushed first
      int edge = keys[key(start - 1) + edgeAt];
      while (start > from && keys[key(start - 1) + edgeAt] == edge) {
        start--;
      }
      todo.push(new Todo(start, end, edgeAt + 1, table + Integer.BYTES * (edge - firstEdge)));
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

  /** Returns where the key of the entry at {@code place} in the order begins. */
  private int key(int place) {
    return entries.start(order[place]);
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
