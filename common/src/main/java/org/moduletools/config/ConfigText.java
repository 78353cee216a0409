package org.moduletools.config;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The logical lines of one file.
 *
 * <p>A backslash at the end of a line joins the next one to it; before any other character it is
 * removed and the character stays, so {@code \\} is a backslash. At the end of the file it is
 * removed. A line whose first character other than blanks is {@code #} is a comment, which can be
 * continued too; kmod takes an indented one for a bad line. A NUL ends the line's text, as it does
 * in C (kmod 34, shared/util.c: freadline_wrapped).
 */
final class ConfigText {

  private final ConfigFile file;
  private final byte[] bytes;
  private final List<ConfigLine> lines = new ArrayList<>();

  private ConfigText(ConfigFile file, byte[] bytes) {
    this.file = file;
    this.bytes = bytes;
  }

  /**
   * Returns the lines in {@code bytes}, the content of {@code file}, that are neither comments nor
   * blank.
   */
  static List<ConfigLine> parse(ConfigFile file, byte[] bytes) {
    ConfigText text = new ConfigText(file, bytes);
    text.parse();
    return text.lines;
  }

  /**
   * Returns problems for invisible bytes that an editor of another system has left in
   * {@code bytes}. As in kmod they are part of the lines, which then match nothing.
   */
  static List<ConfigProblem> strangeBytes(ConfigFile file, byte[] bytes) {
    List<ConfigProblem> problems = new ArrayList<>();
    byteOrderMark(file, bytes).ifPresent(problems::add);
    if (hasLinesThatEndInCr(bytes)) {
      problems.add(ConfigProblem.warning(file.place()
          + " has carriage returns (CR) at line ends, which count as a part of its lines;"
          + " remove them, for instance with dos2unix"));
    }
    return problems;
  }

  /** Returns that {@code bytes}, the content of {@code file}, begin with a byte order mark. */
  static Optional<ConfigProblem> byteOrderMark(ConfigFile file, byte[] bytes) {
    boolean isMarked = startsWith(bytes, 0xef, 0xbb, 0xbf)
        || startsWith(bytes, 0xfe, 0xff)
        || startsWith(bytes, 0xff, 0xfe);
    return isMarked
        ? Optional.of(ConfigProblem.warning(file.place()
            + " begins with a byte order mark, which counts as a part of its first line;"
            + " save it as UTF-8 without one"))
        : Optional.empty();
  }

  private static boolean startsWith(byte[] bytes, int... beginning) {
    for (int i = 0; i < beginning.length; i++) {
      if (i == bytes.length || (bytes[i] & 0xff) != beginning[i]) {
        return false;
      }
    }
    return true;
  }

  /**
   * Returns whether lines end in CR. A CR within a line is a blank in some places, and may be
   * intended.
   */
  private static boolean hasLinesThatEndInCr(byte[] bytes) {
    boolean hasCr = false;
    boolean hasLf = false;
    for (int i = 0; i < bytes.length; i++) {
      hasLf |= bytes[i] == '\n';
      if (bytes[i] == '\r') {
        hasCr = true;
        if (i + 1 == bytes.length || bytes[i + 1] == '\n') {
          return true;
        }
      }
    }
    return hasCr && !hasLf;
  }

  private void parse() {
    int number = 1;
    int at = 0;
    while (at < bytes.length) {
      int begin = at;
      boolean hasEscapes = false;
      while (at < bytes.length && bytes[at] != '\n') {
        if (bytes[at] == '\\') {
          hasEscapes = true;
          at++;
          number += at < bytes.length && bytes[at] == '\n' ? 1 : 0;
        }
        at++;
      }
      int end = Math.min(at, bytes.length);
      String text = hasEscapes ? unescaped(begin, end) : plain(begin, end);
      if (saysSomething(text)) {
        lines.add(new ConfigLine(file, number, text));
      }
      number++;
      at++;
    }
  }

  /** Returns the text between the two positions; empty for a comment, which is not decoded. */
  private String plain(int begin, int end) {
    if (bytes[begin] == '#') {
      return "";
    }
    return upToNul(new String(bytes, begin, end - begin, ISO_8859_1));
  }

  private String unescaped(int begin, int end) {
    StringBuilder text = new StringBuilder(end - begin);
    for (int i = begin; i < end; i++) {
      boolean isEscape = bytes[i] == '\\';
      i += isEscape ? 1 : 0;
      if (i < end && !(isEscape && bytes[i] == '\n')) {
        text.append((char) (bytes[i] & 0xff));
      }
    }
    return upToNul(text.toString());
  }

  private static String upToNul(String text) {
    int nul = text.indexOf('\0');
    return nul < 0 ? text : text.substring(0, nul);
  }

  private static boolean saysSomething(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Words.isBlank(c)) {
        return c != '#';
      }
    }
    return false;
  }
}
