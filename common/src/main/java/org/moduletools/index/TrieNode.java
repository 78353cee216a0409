package org.moduletools.index;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A node of an index that is being written: the entries of a sorted list whose keys begin alike.
 */
final class TrieNode {

  private final List<IndexEntry> entries;

  /** Where in the keys the node's prefix begins and ends. */
  private final int prefixStart;

  private final int prefixEnd;

  /** How many of the entries end at this node and are its values; the others belong to children. */
  private final int values;

  private final List<TrieNode> children = new ArrayList<>();
  private int position;

  private TrieNode(List<IndexEntry> entries, int prefixStart, int prefixEnd) {
    this.entries = entries;
    this.prefixStart = prefixStart;
    this.prefixEnd = prefixEnd;
    int end = 0;
    while (end < entries.size() && entries.get(end).key().length() == prefixEnd) {
      end++;
    }
    this.values = end;
  }

  /** Returns the root of {@code sorted}; it never has a prefix. */
  static TrieNode root(List<IndexEntry> sorted) {
    return new TrieNode(sorted, 0, 0);
  }

  /** Makes the children and returns them, ordered by the byte that leads to each. */
  List<TrieNode> findChildren() {
    int end = values;
    for (int start = values; start < entries.size(); start = end) {
      char edge = entries.get(start).key().charAt(prefixEnd);
      while (end < entries.size() && entries.get(end).key().charAt(prefixEnd) == edge) {
        end++;
      }
      List<IndexEntry> below = entries.subList(start, end);
      children.add(new TrieNode(below, prefixEnd + 1, agreeUpTo(below)));
    }
    return children;
  }

  /** Returns up to where all keys agree; in a sorted list the first and the last tell. */
  private static int agreeUpTo(List<IndexEntry> sorted) {
    String first = sorted.get(0).key();
    String last = sorted.get(sorted.size() - 1).key();
    int end = 0;
    while (end < first.length() && end < last.length() && first.charAt(end) == last.charAt(end)) {
      end++;
    }
    return end;
  }

  void placeAt(int newPosition) {
    position = newPosition;
  }

  private boolean hasPrefix() {
    return prefixStart < prefixEnd;
  }

  private int firstEdge() {
    return edgeOf(children.get(0));
  }

  private int lastEdge() {
    return edgeOf(children.get(children.size() - 1));
  }

  private static int edgeOf(TrieNode child) {
    return child.entries.get(0).key().charAt(child.prefixStart - 1);
  }

  /** Returns what stands for the node in its parent. */
  int reference() {
    return position
        | (hasPrefix() ? IndexFormat.HAS_PREFIX : 0)
        | (values > 0 ? IndexFormat.HAS_VALUES : 0)
        | (children.isEmpty() ? 0 : IndexFormat.HAS_CHILDREN);
  }

  int sizeBytes() {
    int size = hasPrefix() ? prefixEnd - prefixStart + 1 : 0;
    if (!children.isEmpty()) {
      size += 2 + Integer.BYTES * (lastEdge() - firstEdge() + 1);
    }
    if (values > 0) {
      size += Integer.BYTES;
      for (IndexEntry entry : entries.subList(0, values)) {
        size += Integer.BYTES + entry.value().length() + 1;
      }
    }
    return size;
  }

  /** Writes the node; its children must have their positions. */
  void writeTo(ByteBuffer file) {
    if (hasPrefix()) {
      putText(file, entries.get(0).key().substring(prefixStart, prefixEnd));
    }
    if (!children.isEmpty()) {
      file.put((byte) firstEdge()).put((byte) lastEdge());
      int start = file.position();
      for (TrieNode child : children) {
        file.putInt(start + Integer.BYTES * (edgeOf(child) - firstEdge()), child.reference());
      }
      file.position(start + Integer.BYTES * (lastEdge() - firstEdge() + 1));
    }
    if (values > 0) {
      file.putInt(values);
      for (IndexEntry entry : entries.subList(0, values)) {
        file.putInt(entry.priority());
        putText(file, entry.value());
      }
    }
  }

  private static void putText(ByteBuffer file, String text) {
    file.put(text.getBytes(ISO_8859_1)).put((byte) 0);
  }
}
