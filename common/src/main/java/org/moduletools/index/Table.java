package org.moduletools.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A table of modules that depmod wrote twice: its {@code .bin} index, and the text that serves
 * where the index is missing or damaged. Files are opened when the first question comes.
 */
final class Table implements AutoCloseable {

  /** Reads the text twin. */
  @FunctionalInterface
  interface TextReader {
    /** Returns what the text says; an empty table if there is no such file. */
    TextTable read() throws IOException;
  }

  /** A question to an index. */
  @FunctionalInterface
  private interface Question<T> {
    T of(IndexFile index) throws IOException;
  }

  private final Path indexPath;
  private final TextReader textReader;
  private final Consumer<String> problems;
  private boolean opened;
  private @Nullable IndexFile index;
  private @Nullable TextTable text;

  /**
   * Makes a table of the index {@code indexPath} and its twin.
   *
   * @param problems hears of an index that is damaged, as a message for the user
   */
  Table(Path indexPath, TextReader textReader, Consumer<String> problems) {
    this.indexPath = indexPath;
    this.textReader = textReader;
    this.problems = problems;
  }

  /** Returns the first value of {@code key}. */
  Optional<String> search(String key) throws IOException {
    Optional<Optional<String>> answer = ask(file -> file.search(key));
    return answer.isPresent() ? answer.get() : text().search(key).stream().findFirst();
  }

  /**
   * Returns the values of all keys that match {@code name} as patterns, in the order in which they
   * count.
   */
  List<String> searchWild(String name) throws IOException {
    Optional<List<String>> answer = ask(file -> file.searchWild(name));
    return answer.isPresent() ? answer.get() : text().searchWild(name);
  }

  /** Shows each key's values, keys in the order of their bytes. */
  void forEach(IndexFile.Visitor visitor) throws IOException {
    Optional<List<String[]>> all = ask(file -> {
      List<String[]> pairs =
          new ArrayList<>(); // first all, so that nothing is shown twice if damage shows late
      file.forEach((key, value) -> pairs.add(new String[] {key, value}));
      return pairs;
    });
    if (all.isEmpty()) {
      text().forEach(visitor);
      return;
    }
    for (String[] pair : all.get()) {
      visitor.visit(pair[0], pair[1]);
    }
  }

  /** Returns the index's answer, or nothing if there is no index that can answer. */
  private <T> Optional<T> ask(Question<T> question) throws IOException {
    try {
      if (!opened) {
        opened = true;
        index = IndexFile.open(indexPath).orElse(null);
      }
      return index == null ? Optional.empty() : Optional.of(question.of(index));
    } catch (IOException damaged) {
      problems.accept(indexPath + ": " + damaged.getMessage()
          + "; its text twin is used, depmod writes it anew");
      close();
      return Optional.empty();
    }
  }

  private TextTable text() throws IOException {
    if (text == null) {
      text = textReader.read();
    }
    return text;
  }

  @Override
  public void close() throws IOException {
    if (index != null) {
      index.close();
      index = null;
    }
  }
}
