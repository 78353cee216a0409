package org.moduletools.modprobe;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The variable {@code MODPROBE_OPTIONS}: words that stand before those of the command line, and the
 * way by which an install command's own modprobe inherits {@code -C}, {@code -q}, {@code -s} and
 * {@code -v} (kmod 34, tools/modprobe.c: prepend_options_from_env).
 *
 * <p>Words are separated by blanks; {@code "…"} and {@code '…'} keep blanks within a word and are
 * taken off. Unlike kmod, which makes an empty word of a second blank, any number of blanks
 * separates.
 */
final class EnvironmentOptions {

  static final String VARIABLE = "MODPROBE_OPTIONS";

  private EnvironmentOptions() {}

  /** Returns the words of {@code value}; a quote without partner reaches to the end. */
  static List<String> parse(String value) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean inWord = false;
    char quote = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (quote != 0 && c == quote) {
        quote = 0;
      } else if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
        inWord = true;
      } else if (quote == 0 && c == ' ') {
        if (inWord) {
          words.add(word.toString());
        }
        word.setLength(0);
        inWord = false;
      } else {
        word.append(c);
        inWord = true;
      }
    }
    if (inWord) {
      words.add(word.toString());
    }
    return words;
  }

  /**
   * Returns the variable's value for commands: {@code value}, and what it lacks of {@code -C},
   * {@code -q}, {@code -s}, {@code -v} and {@code --no-cmdline} in {@code options}.
   */
  static String inherit(String value, ModprobeOptions options) {
    List<String> words = new ArrayList<>(parse(value));
    List<String> lacking = new ArrayList<>();
    for (String path : options.config) {
      if (Collections.indexOfSubList(words, List.of("-C", path)) < 0) {
        lacking.add("-C " + quote(path));
      }
    }
    addIf(options.syslog && !words.contains("-s"), "-s", lacking);
    addIf(options.quiet && !words.contains("-q"), "-q", lacking);
    addIf(options.verbose.length > 0 && !words.contains("-v"), "-v", lacking);
    addIf(options.noCommandLine && !words.contains("--no-cmdline"), "--no-cmdline", lacking);
    String added = String.join(" ", lacking);
    return value.isEmpty() || added.isEmpty() ? value + added : value + " " + added;
  }

  private static void addIf(boolean condition, String word, List<String> words) {
    if (condition) {
      words.add(word);
    }
  }

  /** Returns {@code word} so that {@link #parse} gives it back whole. */
  private static String quote(String word) {
    if (!word.isEmpty()
        && word.indexOf(' ') < 0
        && word.indexOf('"') < 0
        && word.indexOf('\'') < 0) {
      return word;
    }
    return '"' + word.replace("\"", "\"'\"'\"") + '"';
  }
}
