package org.moduletools.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moduletools.module.Fnmatch;

/**
 * An open {@code .bin} index, of which a look-up reads only the pages that it touches. It stays
 * open, so that a new index that depmod puts in its place meanwhile does not mix with it; who opens
 * it closes it.
 */
public final class IndexFile implements AutoCloseable {

  /** Takes what is found in an index. */
  @FunctionalInterface
  public interface Visitor {
    /** Takes one value of {@code key}. */
    void visit(String key, String value);
  }

  private final PagedFile file;
  private final int root;

  private IndexFile(PagedFile file) throws IOException {
    this.file = file;
    if (file.intAt(0) != IndexFormat.MAGIC) {
      throw new IndexFormatException("not an index", 0);
    }
    if (file.intAt(4) >>> 16 != IndexFormat.MAJOR_VERSION) {
      throw new IndexFormatException("index of an unknown version", 4);
    }
    root = file.intAt(8);
  }

  /**
   * Opens the index in {@code path}. One that is not there, or too short for a header, as kmod
   * leaves it where it had nothing to index, counts as absent.
   *
   * @throws IndexFormatException if it is no index
   */
  public static Optional<IndexFile> open(Path path) throws IOException {
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    PagedFile file = new PagedFile(path);
    try {
      if (file.sizeBytes() >= IndexFormat.HEADER_BYTES) {
        return Optional.of(new IndexFile(file));
      }
    } catch (IOException damaged) {
      file.close();
      throw damaged;
    }
    file.close();
    return Optional.empty();
  }

  /** Returns the first value of {@code key}, if there is one. */
  public Optional<String> search(String key) throws IOException {
    int next = 0;
    IndexNode node = IndexNode.at(file, root);
    while (node != null && key.startsWith(node.prefix(), next)) {
      next += node.prefix().length();
      if (next == key.length()) {
        List<IndexNode.Value> values = node.values();
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(0).text());
      }
      node = node.child(key.charAt(next++));
    }
    return Optional.empty();
  }

  /**
   * Returns the values of all keys that, taken as fnmatch(3) patterns, match {@code name}: by
   * priority, of equal ones the last found first (kmod 34, libkmod/libkmod-index.c:
   * index_mm_searchwild_node).
   */
  public List<String> searchWild(String name) throws IOException {
    Found found = new Found();
    int next = 0;
    IndexNode node = IndexNode.at(file, root);
    while (node != null) {
      int agreed = agree(node.prefix(), name, next);
      if (agreed < node.prefix().length()) {
        if (isWild(node.prefix().charAt(agreed))) {
          matchAll(node, name.substring(0, next), name, found);
        }
        break;
      }
      next += agreed;
      String literally = name.substring(0, next);
      for (char wild : new char[] {'*', '?', '['}) {
        IndexNode child = node.child(wild);
        if (child != null) {
          matchAll(child, literally + wild, name, found);
        }
      }
      if (next == name.length()) {
        found.addAll(node.values());
        break;
      }
      node = node.child(name.charAt(next++));
    }
    return found.texts();
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
    return c == '*' || c == '?' || c == '[';
  }

  private void matchAll(IndexNode from, String keyBefore, String name, Found found)
      throws IOException {
    for (IndexWalk walk = new IndexWalk(file, from, keyBefore); walk.next(); ) {
      if (walk.isLeaving() && walk.node().hasValues() && Fnmatch.matches(walk.key(), name)) {
        found.addAll(walk.node().values());
      }
    }
  }

  /** Shows each key's values, keys in the order of their bytes. */
  public void forEach(Visitor visitor) throws IOException {
    @Nullable IndexNode first = IndexNode.at(file, root);
    if (first == null) {
      return;
    }
    for (IndexWalk walk = new IndexWalk(file, first, ""); walk.next(); ) {
      if (!walk.isLeaving()) {
        String key = walk.key();
        for (IndexNode.Value value : walk.node().values()) {
          visitor.visit(key, value.text());
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  /** Values that were found, in the order in which they count. */
  private static final class Found {

    private final List<IndexNode.Value> values = new ArrayList<>();

    void addAll(List<IndexNode.Value> more) {
      for (IndexNode.Value value : more) {
        int at = 0;
        while (at < values.size()
            && Integer.compareUnsigned(values.get(at).priority(), value.priority()) < 0) {
          at++;
        }
        values.add(at, value);
      }
    }

    List<String> texts() {
      List<String> texts = new ArrayList<>();
      for (IndexNode.Value value : values) {
        texts.add(value.text());
      }
      return texts;
    }
  }
}
