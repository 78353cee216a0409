package org.moduletools.index;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * An open {@code .bin} index. A look-up reads only the pages that it touches. The file stays open,
 * so that look-ups do not mix with an index that depmod writes meanwhile.
 */
public final class IndexFile implements AutoCloseable {

  /** Receives the entries of an index. */
  @FunctionalInterface
  public interface Visitor {
    /** Receives one value of {@code key}. */
    void visit(String key, String value);
  }

  private final PagedFile file;
  private final Trie trie;

  private IndexFile(PagedFile file) throws IOException {
    this.file = file;
    this.trie = new Trie(file);
  }

  /**
   * Opens the index in {@code path}. Returns nothing if the file is missing, or is an empty one
   * that depmod writes where the kernel's build left no source for it.
   *
   * @throws IndexFormatException if it is no index, such as an empty file after a power cut
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
   * @throws IndexFormatException if the look-up meets a damage, here and below
   */
  public Optional<String> search(String key) throws IOException {
    return trie.search(key);
  }

  /**
   * Returns the values of all keys that match {@code name} as fnmatch(3) patterns: by priority, and
   * of equal ones the last found first, as in kmod 34.
   */
  public List<String> searchWild(String name) throws IOException {
    return trie.searchWild(name);
  }

  /** Passes the values of each key to {@code visitor}, keys in the order of their bytes. */
  public void forEach(Visitor visitor) throws IOException {
    trie.forEachText(visitor);
  }

  /** Returns the trie of the look-ups above. It is usable until this is closed. */
  Trie trie() {
    return trie;
  }

  @Override
  public void close() {
    file.close();
  }
}
