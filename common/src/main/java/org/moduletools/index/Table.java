package org.moduletools.index;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.moduletools.files.IoReason;
import org.moduletools.index.ModuleDirectory.Entry;

/**
 * A table of modules in two forms: its {@code .bin} index, and the text file that is used where the
 * index is missing or damaged. Files are opened on the first look-up. The text becomes an index in
 * memory, with priorities by its order, so that results are the same. Safe for use by several
 * threads.
 */
final class Table implements AutoCloseable {

  /** Reads the text twin. */
  @FunctionalInterface
  interface TextReader {
    /**
     * Returns the entries of {@code text}.
     *
     * @throws NoSuchFileException if it is missing
     */
    IndexBuilder read(Path text) throws IOException;
  }

  /** A condition that values must meet. */
  @FunctionalInterface
  interface ValueRule {
    /** Allows any value. */
    ValueRule NONE = (value, valueBytes) -> true;

    /** Returns whether the first bytes of {@code value} meet it. */
    boolean holds(byte[] value, int valueBytes);
  }

  /** A look-up in an index. */
  @FunctionalInterface
  private interface LookUp<T> {
    T of(Trie trie) throws IOException;
  }

  private final Path indexPath;
  private final Path textPath;
  private final TextReader textReader;
  private final ValueRule valueRule;
  private final Consumer<String> problems;

  private final boolean usesIndex;

  /** The index in use, after the first look-up. */
  private volatile @Nullable Trie serving;

  private @Nullable IndexFile index;
  private @Nullable IOException damage;

  /**
   * Makes a table of an index and its twin. With neither it is empty.
   *
   * @param valueRule the condition for values; an index with another value is damaged
   * @param problems receives a message for the user about a damaged index
   */
  Table(
      ModuleDirectory directory,
      Entry index,
      Entry text,
      TextReader textReader,
      ValueRule valueRule,
      Consumer<String> problems) {
    this.indexPath = directory.file(index);
    this.textPath = directory.file(text);
    this.usesIndex = directory.usesIndexes();
    this.textReader = textReader;
    this.valueRule = valueRule;
    this.problems = problems;
  }

  /**
   * Returns the first value of {@code key}.
   *
   * @throws IndexFormatException if the index is damaged and there is no text, here and below
   */
  Optional<String> search(String key) throws IOException {
    return lookUp(trie -> {
      Optional<String> value = trie.search(key);
      if (value.isPresent()) {
        byte[] text = value.get().getBytes(ISO_8859_1);
        if (!valueRule.holds(text, text.length)) {
          throw cutShort(key);
        }
      }
      return value;
    });
  }

  /** Returns the values of all keys that match {@code name} as patterns, in order of priority. */
  List<String> searchWild(String name) throws IOException {
    return lookUp(trie -> trie.searchWild(name));
  }

  /** Passes the values of each key to {@code visitor}, keys in the order of their bytes. */
  void forEach(IndexFile.Visitor visitor) throws IOException {
    sound().forEachText(visitor);
  }

  /** As the other, but with bytes. */
  void forEachBytes(IndexWalk.Taker taker) throws IOException {
    sound().forEach(taker);
  }

  /** Returns the index in use after checking all of it, so that no value is passed twice. */
  private Trie sound() throws IOException {
    return lookUp(trie -> {
      trie.forEach((key, keyBytes, value, valueBytes) -> {
        if (!valueRule.holds(value, valueBytes)) {
          throw cutShort(new String(key, 0, keyBytes, ISO_8859_1));
        }
      });
      return trie;
    });
  }

  private static IndexFormatException cutShort(String key) {
    return new IndexFormatException("the value of " + key + " is cut short");
  }

  private <T> T lookUp(LookUp<T> lookUp) throws IOException {
    Trie trie = serving;
    if (trie == null) {
      trie = open();
    }
    try {
      return lookUp.of(trie);
    } catch (IOException damaged) {
      return lookUp.of(inPlaceOf(trie, damaged));
    }
  }

  private synchronized Trie open() throws IOException {
    Trie open = serving;
    if (open == null) {
      open = usesIndex && damage == null ? openIndex() : text();
      serving = open;
    }
    return open;
  }

  private Trie openIndex() throws IOException {
    try {
      index = IndexFile.open(indexPath).orElse(null);
    } catch (IOException damaged) {
      return giveUpIndex(damaged);
    }
    return index != null ? index.trie() : text();
  }

  /** Returns the replacement for {@code trie}, which is damaged. */
  private synchronized Trie inPlaceOf(Trie trie, IOException damaged) throws IOException {
    Trie other = serving;
    if (other != null && other != trie) {
      return other;
    }
    if (index == null && damage == null) {
      throw damaged;
    }
    serving = null;
    other = damage == null ? giveUpIndex(damaged) : text();
    serving = other;
    return other;
  }

  /** Uses the text if there is one, and reports that; otherwise keeps the error, to throw it. */
  private Trie giveUpIndex(IOException damaged) throws IOException {
    close();
    damage = damaged;
    Trie text = text();
    problems.accept(indexPath + " " + wrong(damaged) + "; " + textPath.getFileName()
        + " is used instead, run depmod to write both anew");
    return text;
  }

  /** Returns the text twin; an empty one if there is no such file and no index either. */
  private Trie text() throws IOException {
    try {
      return new Trie(new MemoryBytes(textReader.read(textPath).toBytes()));
    } catch (NoSuchFileException absent) {
      if (damage != null) {
        throw new IndexFormatException(
            indexPath + " " + wrong(damage) + ", and there is no " + textPath.getFileName());
      }
      return nothing();
    } catch (IndexFormatException damaged) {
      return nothingFor(damaged);
    } catch (FileSystemException unreadable) {
      throw new IOException(textPath + " " + wrong(unreadable), unreadable);
    } catch (IndexSizeException tooLarge) {
      throw new IOException(textPath + " is too large: " + tooLarge.getMessage(), tooLarge);
    }
  }

  private static Trie nothing() throws IOException {
    return new Trie(new MemoryBytes(new IndexBuilder().toBytes()));
  }

  /**
   * Returns an empty trie for a damaged text without an index. Throws if the index is damaged too.
   */
  private Trie nothingFor(IndexFormatException damagedText) throws IOException {
    String problem = textPath + " " + wrong(damagedText);
    if (damage != null) {
      throw new IndexFormatException(indexPath + " " + wrong(damage) + ", and " + problem);
    }
    problems.accept(problem + "; run depmod");
    return nothing();
  }

  /** Returns the problem of a file, as the predicate of a sentence. */
  private static String wrong(IOException problem) {
    return problem instanceof IndexFormatException
        ? "is damaged: " + problem.getMessage()
        : "cannot be read: " + IoReason.of(problem);
  }

  @Override
  public synchronized void close() {
    if (index != null) {
      index.close();
      index = null;
    }
  }
}
