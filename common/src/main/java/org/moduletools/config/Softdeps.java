package org.moduletools.config;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.StringTokenizer;

/**
 * The modules to load before and after another one. Each is a name or an alias, to be looked up
 * like one from the command line.
 *
 * @param pre the modules to load before it, in order
 * @param post the modules to load after it, in order
 */
public record Softdeps(List<String> pre, List<String> post) {

  /** The characters of C's isspace: unlike elsewhere in a line, all of them separate words here. */
  private static final String BLANKS = " \t\n\u000B\f\r";

  /** Copies both lists. */
  public Softdeps {
    pre = List.copyOf(pre);
    post = List.copyOf(post);
  }

  /**
   * Parses the text after the module in a softdep line. Words before the first {@code pre:} or
   * {@code post:} do not count; both may come several times; an additional blank in front changes
   * nothing, where kmod misses the first list (kmod 34, libkmod/libkmod-config.c:
   * kmod_config_add_softdep).
   */
  public static Softdeps parse(String text) {
    List<String> pre = new ArrayList<>();
    List<String> post = new ArrayList<>();
    List<String> current = new ArrayList<>();
    for (String word : words(text)) {
      if (word.equals("pre:")) {
        current = pre;
      } else if (word.equals("post:")) {
        current = post;
      } else {
        current.add(word);
      }
    }
    return new Softdeps(pre, post);
  }

  /** Returns the words of {@code text} that name nothing: those before pre: and post:. */
  public static List<String> strayWords(String text) {
    return words(text).stream()
        .takeWhile(word -> !word.equals("pre:") && !word.equals("post:"))
        .toList();
  }

  /** Returns the words of {@code text}. */
  public static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringTokenizer tokens = new StringTokenizer(text, BLANKS);
    while (tokens.hasMoreTokens()) {
      words.add(tokens.nextToken());
    }
    return words;
  }

  /** Returns all of {@code parts} together, in order, each name once. */
  public static Softdeps join(List<Softdeps> parts) {
    Set<String> pre = new LinkedHashSet<>();
    Set<String> post = new LinkedHashSet<>();
    for (Softdeps part : parts) {
      pre.addAll(part.pre);
      post.addAll(part.post);
    }
    return new Softdeps(List.copyOf(pre), List.copyOf(post));
  }

  /**
   * Returns the lists as a softdep line has them. kmod 34 leaves out the blank before {@code post:}
   * (libkmod/libkmod-config.c: softdep_to_char).
   */
  @Override
  public String toString() {
    List<String> words = new ArrayList<>();
    if (!pre.isEmpty()) {
      words.add("pre:");
      words.addAll(pre);
    }
    if (!post.isEmpty()) {
      words.add("post:");
      words.addAll(post);
    }
    return String.join(" ", words);
  }
}
