package org.moduletools.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The words of one line, taken from left to right as strtok_r does it with TAB and SPACE. */
final class Words {

  private final String line;
  private int position;

  Words(String line) {
    this.line = line;
  }

  /** Returns the next word, or nothing at the end of the line. */
  Optional<String> next() {
    skipBlanks();
    int begin = position;
    while (position < line.length() && !isBlank(line.charAt(position))) {
      position++;
    }
    String word = line.substring(begin, position);
    position = Math.min(position + 1, line.length());
    return word.isEmpty() ? Optional.empty() : Optional.of(word);
  }

  /** Skips the next word and returns the one after it. */
  Optional<String> second() {
    return next().flatMap(first -> next());
  }

  /**
   * Returns the rest of the line unchanged: all after the one blank that ended the previous word,
   * further blanks included. Nothing if not a single character is left.
   */
  Optional<String> rest() {
    String rest = line.substring(position);
    position = line.length();
    return rest.isEmpty() ? Optional.empty() : Optional.of(rest);
  }

  /** Returns all words that are left. */
  List<String> all() {
    List<String> words = new ArrayList<>();
    for (Optional<String> word = next(); word.isPresent(); word = next()) {
      words.add(word.get());
    }
    return words;
  }

  private void skipBlanks() {
    while (position < line.length() && isBlank(line.charAt(position))) {
      position++;
    }
  }

  static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
