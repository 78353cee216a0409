package org.moduletools.index;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The look-ups in an index, in a file or in memory (kmod 34, libkmod/libkmod-index.c). */
final class Trie {

  private static final String WILDCARDS = "*?[";

  private static final Comparator<IndexNode.Value> BY_PRIORITY =
      (a, b) -> Integer.compareUnsigned(a.priority(), b.priority());

  private final IndexBytes bytes;
  private final int root;

  /**
   * The trie in {@code bytes}.
   *
   * @throws IndexFormatException if {@code bytes} are no index
   */
  Trie(IndexBytes bytes) throws IOException {
    this.bytes = bytes;
    if (bytes.sizeBytes() == 0) {
      throw IndexFormatException.empty();
    }
    if (bytes.intAt(0) != IndexFormat.MAGIC) {
      throw new IndexFormatException("not an index", 0);
    }
    if (bytes.intAt(Integer.BYTES) >>> 16 != IndexFormat.MAJOR_VERSION) {
      throw new IndexFormatException("index of an unknown version", Integer.BYTES);
    }
    root = bytes.intAt(2 * Integer.BYTES);
  }

  /** Returns the first value of {@code key}, if there is one. */
  Optional<String> search(String key) throws IOException {
    IndexNode node = new IndexNode(bytes);
    int reference = root;
    int next = 0;
    while (reference != 0) {
      node.moveTo(reference);
      int agreed = agree(node, key, next, "");
      next += agreed;
      if (agreed < node.prefixBytes()) {
        break;
      }
      if (next == key.length()) {
        return node.firstValue().map(IndexNode.Value::text);
      }
      reference = node.child(key.charAt(next++));
    }
    return Optional.empty();
  }

  /**
   * Returns the number of characters of the node's prefix, up to one of {@code ends}, that
   * {@code name} has from {@code next} on.
   */
  private static int agree(IndexNode node, String name, int next, String ends) throws IOException {
    int most = Math.min(node.prefixBytes(), name.length() - next);
    int agreed = 0;
    while (agreed < most) {
      char c = node.prefixAt(agreed);
      if (c != name.charAt(next + agreed) || ends.indexOf(c) >= 0) {
        break;
      }
      agreed++;
    }
    return agreed;
  }

  /**
   * Returns the values of all keys that match {@code name}: up to its first wildcard a key must
   * equal the beginning of the name, and from there on it is a pattern for the rest. They are
   * ordered by priority, and of equal ones the last found comes first (index_mm_searchwild_node).
   */
  List<String> searchWild(String name) throws IOException {
    List<IndexNode.Value> found = new ArrayList<>();
    PatternSearch patterns = null; // most names meet no pattern
    IndexNode node = new IndexNode(bytes);
    int reference = root;
    int next = 0;
    while (reference != 0) {
      node.moveTo(reference);
      int agreed = agree(node, name, next, WILDCARDS);
      next += agreed;
      if (agreed < node.prefixBytes()) {
        if (WILDCARDS.indexOf(node.prefixAt(agreed)) >= 0) {
          patterns = patterns != null ? patterns : new PatternSearch(bytes, name, found);
          patterns.addMatches(reference, agreed, next);
        }
        break;
      }
      for (int i = 0; i < WILDCARDS.length(); i++) {
        int child = node.child(WILDCARDS.charAt(i));
        if (child != 0) {
          patterns = patterns != null ? patterns : new PatternSearch(bytes, name, found);
          patterns.addMatches(child, WILDCARDS.charAt(i), next);
        }
      }
      if (next == name.length()) {
        node.takeValues(found::add);
        break;
      }
      reference = node.child(name.charAt(next++));
    }
    return inOrder(found);
  }

  private static List<String> inOrder(List<IndexNode.Value> found) {
    Collections.reverse(found);
    found.sort(BY_PRIORITY);
    List<String> texts = new ArrayList<>();
    for (IndexNode.Value value : found) {
      texts.add(value.text());
    }
    return texts;
  }

  /** Passes the values of each key to {@code taker}, keys in the order of their bytes. */
  void forEach(IndexWalk.Taker taker) throws IOException {
    if (root != 0) {
      IndexWalk.over(bytes, root, taker);
    }
  }

  /** As the other, with texts; a character for each byte. */
  void forEachText(IndexFile.Visitor visitor) throws IOException {
    forEach((key, keyBytes, value, valueBytes) ->
        visitor.visit(text(key, keyBytes), text(value, valueBytes)));
  }

  private static String text(byte[] bytes, int length) {
    return new String(bytes, 0, length, ISO_8859_1);
  }
}
