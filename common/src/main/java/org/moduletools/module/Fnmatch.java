package org.moduletools.module;

/**
 * Matches as fnmatch(3) of glibc does with no flags in the C locale: {@code *}, {@code ?},
 * {@code [...]} with ranges, negation by {@code !} or {@code ^} and classes such as
 * {@code [:digit:]}; a backslash takes the next character literally. {@code /} and a leading dot
 * are nothing special.
 */
public final class Fnmatch {

  private Fnmatch() {}

  /**
   * Returns whether {@code pattern} matches all of {@code subject}. The time is at most the product
   * of their lengths.
   */
  public static boolean matches(String pattern, String subject) {
    int p = 0;
    int s = 0;
    int afterStar = -1;
    int starSubject = 0;
    while (true) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        afterStar = ++p;
        starSubject = s;
        continue;
      }
      int next = s < subject.length() && p < pattern.length()
          ? matchOne(pattern, p, subject.charAt(s))
          : -1;
      if (next >= 0) {
        p = next;
        s++;
      } else if (p == pattern.length() && s == subject.length()) {
        return true;
      } else if (afterStar >= 0 && starSubject < subject.length()) {
        p = afterStar; // the last star takes one character more
        s = ++starSubject;
      } else {
        return false;
      }
    }
  }

  /**
   * Returns where the pattern goes on behind the element at {@code p} if that matches {@code c},
   * else -1.
   */
  private static int matchOne(String pattern, int p, char c) {
    char element = pattern.charAt(p);
    if (element == '?') {
      return p + 1;
    }
    if (element == '[') {
      return matchBracket(pattern, p, c);
    }
    if (element == '\\') {
      return p + 1 < pattern.length() && pattern.charAt(p + 1) == c ? p + 2 : -1;
    }
    return element == c ? p + 1 : -1;
  }

  /** As {@link #matchOne} for a bracket expression; one that is not closed is a plain {@code [}. */
  private static int matchBracket(String pattern, int open, char c) {
    int p = open + 1;
    boolean negated =
        p < pattern.length() && (pattern.charAt(p) == '!' || pattern.charAt(p) == '^');
    int first = negated ? p + 1 : p;
    p = first;
    boolean found = false;
    while (p < pattern.length() && (p == first || pattern.charAt(p) != ']')) {
      int end = classEnd(pattern, p);
      if (end > 0) {
        found |= isIn(pattern.substring(p + 2, end), c);
        p = end + 2;
        continue;
      }
      if (isBetweenMarks(pattern, p, '=')) {
        found |= pattern.charAt(p + 2) == c;
        p += 5;
        continue;
      }
      int low = elementEnd(pattern, p);
      if (low > pattern.length()) {
        return -1; // a backslash with nothing behind it
      }
      char from = elementChar(pattern, p, low);
      char to = from;
      p = low;
      if (p + 1 < pattern.length() && pattern.charAt(p) == '-' && pattern.charAt(p + 1) != ']') {
        int high = elementEnd(pattern, p + 1);
        if (high > pattern.length()) {
          return -1;
        }
        to = elementChar(pattern, p + 1, high);
        p = high;
      }
      found |= from <= c && c <= to;
    }
    if (p >= pattern.length()) {
      return c == '[' ? open + 1 : -1;
    }
    return found != negated ? p + 1 : -1;
  }

  /**
   * Returns where {@code :]} ends the class {@code [:name:]} that begins at {@code p}, or 0 if none
   * does.
   */
  private static int classEnd(String pattern, int p) {
    if (!pattern.startsWith("[:", p)) {
      return 0;
    }
    int end = p + 2;
    while (end < pattern.length() && Character.isLowerCase(pattern.charAt(end))) {
      end++;
    }
    return pattern.startsWith(":]", end) ? end : 0;
  }

  /**
   * Returns the end of the element at {@code p}: a character, {@code \\c}, {@code [.c.]} or
   * {@code [=c=]}.
   */
  private static int elementEnd(String pattern, int p) {
    if (pattern.charAt(p) == '\\') {
      return p + 2;
    }
    return isBetweenMarks(pattern, p, '.') ? p + 5 : p + 1;
  }

  private static char elementChar(String pattern, int p, int end) {
    return end - p == 5 ? pattern.charAt(p + 2) : pattern.charAt(end - 1);
  }

  /**
   * Returns whether {@code [mcm]} with the mark {@code m} around some character {@code c} stands at
   * {@code p}.
   */
  private static boolean isBetweenMarks(String pattern, int p, char mark) {
    return p + 4 < pattern.length()
        && pattern.charAt(p) == '['
        && pattern.charAt(p + 1) == mark
        && pattern.charAt(p + 3) == mark
        && pattern.charAt(p + 4) == ']';
  }

  private static boolean isIn(String name, char c) {
    return switch (name) {
      case "alpha" -> isBetween(c, 'a', 'z') || isBetween(c, 'A', 'Z');
      case "digit" -> isBetween(c, '0', '9');
      case "alnum" -> isIn("alpha", c) || isIn("digit", c);
      case "lower" -> isBetween(c, 'a', 'z');
      case "upper" -> isBetween(c, 'A', 'Z');
      case "xdigit" -> isIn("digit", c) || isBetween(c, 'a', 'f') || isBetween(c, 'A', 'F');
      case "blank" -> c == ' ' || c == '\t';
      case "space" -> c == ' ' || isBetween(c, '\t', '\r');
      case "cntrl" -> c < ' ' || c == 127;
      case "print" -> isBetween(c, ' ', '~');
      case "graph" -> isBetween(c, '!', '~');
      case "punct" -> isIn("graph", c) && !isIn("alnum", c);
      default -> false;
    };
  }

  private static boolean isBetween(char c, char low, char high) {
    return low <= c && c <= high;
  }
}
