package org.moduletools.index;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
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

  /** Returns the whole file. */
  public byte[] toBytes() {
    List<IndexEntry> sorted = new ArrayList<>(entries);
    sorted.sort(IN_FILE);
    List<TrieNode> nodes = nodes(sorted);
    int position = IndexFormat.HEADER_BYTES;
    for (TrieNode node : nodes) {
      node.placeAt(position);
      position += node.sizeBytes();
    }
    ByteBuffer file = ByteBuffer.allocate(position);
    file.putInt(IndexFormat.MAGIC)
        .putInt(IndexFormat.VERSION)
        .putInt(nodes.get(0).reference());
    for (TrieNode node : nodes) {
      node.writeTo(file);
    }
    return file.array();
  }

  /**
   * Returns the nodes in the order of the file: each before its children, children by their byte.
   */
  private static List<TrieNode> nodes(List<IndexEntry> sorted) {
    List<TrieNode> nodes = new ArrayList<>();
    Deque<TrieNode> open = new ArrayDeque<>();
    open.push(TrieNode.root(sorted));
    while (!open.isEmpty()) {
      TrieNode node = open.pop();
      nodes.add(node);
      List<TrieNode> children = node.findChildren();
      for (int i = children.size() - 1; i >= 0; i--) {
        open.push(children.get(i));
      }
    }
    return nodes;
  }
}
