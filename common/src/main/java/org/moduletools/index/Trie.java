package org.moduletools.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moduletools.module.Fnmatch;

/** The look-ups in an index, wherever its bytes are (kmod 34, libkmod/libkmod-index.c). */
final class Trie {

  private static final String WILDCARDS = "*?[";

  private static final Comparator<IndexNode.Value> BY_PRIORITY =
      (a, b) -> Integer.compareUnsigned(a.priority(), b.priority());

  private final IndexBytes bytes;
  private final int root;

  /**
   * Makes one of {@code bytes}.
   *
   * @throws IndexFormatException if they are no index
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
    int next = 0;
    IndexNode node = IndexNode.at(bytes, root);
    while (node != null && key.startsWith(node.prefix(), next)) {
      next += node.prefix().length();
      if (next == key.length()) {
        return node.firstValue().map(IndexNode.Value::text);
      }
      node = node.child(key.charAt(next++));
    }
    return Optional.empty();
  }

  /**
   * Returns the values of all keys that match {@code name}: up to its first wildcard a key must be
   * as the name begins, from there on it is a pattern for the rest. By priority, of equal ones the
   * last found first (index_mm_searchwild_node).
   */
  List<String> searchWild(String name) throws IOException {
    List<IndexNode.Value> found = new ArrayList<>();
    int next = 0;
    IndexNode node = IndexNode.at(bytes, root);
    while (node != null) {
      int agreed = agree(node.prefix(), name, next);
      next += agreed;
      if (agreed < node.prefix().length()) {
        if (isWild(node.prefix().charAt(agreed))) {
          addMatches(node, "", agreed, name.substring(next), found);
        }
        break;
      }
      for (int i = 0; i < WILDCARDS.length(); i++) {
        IndexNode child = node.child(WILDCARDS.charAt(i));
        if (child != null) {
          addMatches(child, WILDCARDS.substring(i, i + 1), 0, name.substring(next), found);
        }
      }
      if (next == name.length()) {
        node.takeValues(found::add);
        break;
      }
      node = node.child(name.charAt(next++));
    }
    return inOrder(found);
  }

  /**
   * Returns how much of {@code prefix}, up to its first wildcard, stands in {@code name} from
   * {@code next} on.
   */
  private static int agree(String prefix, String name, int next) {
    int agreed = 0;
    while (agreed < prefix.length()
        && !isWild(prefix.charAt(agreed))
        && next + agreed < name.length()
        && prefix.charAt(agreed) == name.charAt(next + agreed)) {
      agreed++;
    }
    return agreed;
  }

  private static boolean isWild(char c) {
    return WILDCARDS.indexOf(c) >= 0;
  }

  /**
   * Adds the values of all keys from {@code from} on that match {@code rest}. A key is taken from
   * {@code edge}, the byte that led to the node, but without its first {@code skip} characters.
   */
  private void addMatches(
      IndexNode from, String edge, int skip, String rest, List<IndexNode.Value> found)
      throws IOException {
    for (IndexWalk walk = new IndexWalk(bytes, from, edge); walk.next(); ) {
      if (walk.isLeaving()
          && walk.hasValues()
          && Fnmatch.matches(walk.key().substring(skip), rest)) {
        walk.takeValues(found::add);
      }
    }
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

  /** Shows each key's values, keys in the order of their bytes. */
  void forEach(IndexFile.Visitor visitor) throws IOException {
    @Nullable IndexNode first = IndexNode.at(bytes, root);
    if (first == null) {
      return;
    }
    for (IndexWalk walk = new IndexWalk(bytes, first, ""); walk.next(); ) {
      if (!walk.isLeaving() && walk.hasValues()) {
        String key = walk.key();
        walk.takeValues(value -> visitor.visit(key, value.text()));
      }
    }
  }
}
