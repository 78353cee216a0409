package org.moduletools.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.moduletools.pattern.Ctype;

/**
 * A word of the kernel command line, or of a module's parameters, as the kernel takes it apart
 * (lib/cmdline.c: next_arg): only a blank outside of double quotes ends it.
 *
 * @param text the word with its quotes
 * @param begin where it begins in the line
 */
public record KernelArgument(String text, int begin) {

  /** The kernel counts the no-break space of ISO 8859-1 as a blank (lib/ctype.c). */
  private static final int NO_BREAK_SPACE = 0xa0;

  /** Takes {@code line} apart, whose chars are bytes. */
  public static List<KernelArgument> of(String line) {
    return split(line, c -> Ctype.isSpace(c) || c == NO_BREAK_SPACE);
  }

  /** Takes {@code line} apart where {@code isBlank} says so. */
  static List<KernelArgument> split(String line, IntPredicate isBlank) {
    List<KernelArgument> words = new ArrayList<>();
    boolean isQuoted = false;
    int begin = 0;
    for (int i = 0; i <= line.length(); i++) {
      boolean isEnd = i == line.length();
      if (isEnd || (!isQuoted && isBlank.test(line.charAt(i)))) {
        if (begin < i) {
          words.add(new KernelArgument(line.substring(begin, i), begin));
        }
        begin = i + 1;
      } else {
        isQuoted ^= line.charAt(i) == '"';
      }
    }
    return words;
  }

  /** Returns where it ends in the line. */
  public int end() {
    return begin + text.length();
  }

  /** Returns whether each of its quotes has its partner; else it is the last word. */
  public boolean isClosed() {
    return text.chars().filter(c -> c == '"').count() % 2 == 0;
  }

  /** Returns what stands before the {@code =}, or all of it. */
  public String name() {
    String rest = withoutFirstQuote();
    int equals = equalsSign(rest);
    return equals < 0 ? withoutPartner(rest) : rest.substring(0, equals);
  }

  /** Returns what stands behind the {@code =}; nothing if there is none. */
  public Optional<String> value() {
    String rest = withoutFirstQuote();
    int equals = equalsSign(rest);
    if (equals < 0) {
      return Optional.empty();
    }
    String value = rest.substring(equals + 1);
    return Optional.of(
        value.startsWith("\"") ? withoutLastQuote(value.substring(1)) : withoutPartner(value));
  }

  private String withoutFirstQuote() {
    return isQuoted() ? text.substring(1) : text;
  }

  /** Takes away the last quote of a word that begins with one. */
  private String withoutPartner(String end) {
    return isQuoted() ? withoutLastQuote(end) : end;
  }

  private boolean isQuoted() {
    return text.startsWith("\"");
  }

  private static String withoutLastQuote(String end) {
    return end.endsWith("\"") ? end.substring(0, end.length() - 1) : end;
  }

  /** An {@code =} at the very beginning is a part of the name. */
  private static int equalsSign(String rest) {
    return rest.indexOf('=', 1);
  }
}
