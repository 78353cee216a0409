package org.moduletools.index;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

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
  private final Trie trie;

  private IndexFile(PagedFile file) throws IOException {
    this.file = file;
    this.trie = new Trie(file);
  }

  /**
   * Opens the index in {@code path}. One that is not there counts as absent, and so does an empty
   * one that depmod leaves where there is nothing to make it from.
   *
   * @throws IndexFormatException if it is no index: empty, say, as a power cut leaves it
   */
  public static Optional<IndexFile> open(Path path) throws IOException {
    PagedFile file;
    try {
      file = PagedFile.open(path);
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    }
    if (file.sizeBytes() == 0 && ModuleDirectory.lacksSourceOf(path)) {
      file.close();
      return Optional.empty();
    }
    try {
      return Optional.of(new IndexFile(file));
    } catch (IOException damaged) {
      file.close();
      throw damaged;
    }
  }

  /**
   * Returns the first value of {@code key}, if there is one.
   *
   * @throws IndexFormatException if the index is damaged where the look-up goes, here and below
   */
  public Optional<String> search(String key) throws IOException {
    return trie.search(key);
  }

  /**
   * Returns the values of all keys that, taken as fnmatch(3) patterns, match {@code name}: by
   * priority, of equal ones the last found first, as kmod 34 does.
   */
  public List<String> searchWild(String name) throws IOException {
    return trie.searchWild(name);
  }

  /** Shows each key's values, keys in the order of their bytes. */
  public void forEach(Visitor visitor) throws IOException {
    trie.forEachText(visitor);
  }

  /** Returns what the look-ups above ask; it works until this is closed. */
  Trie trie() {
    return trie;
  }

  @Override
  public void close() {
    file.close();
  }
}
