package org.moduletools.pattern;

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
   * of their lengths, whatever stars the pattern has.
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
   * Returns the position after the pattern's element at {@code p} if that matches {@code c}, else
   * -1.
   */
  private static int matchOne(String pattern, int p, char c) {
    char element = pattern.charAt(p);
    if (element == '?') {
      return p + 1;
    }
    if (element == '[') {
      return new Bracket(pattern, p, c).match();
    }
    if (element == '\\') {
      return p + 1 < pattern.length() && pattern.charAt(p + 1) == c ? p + 2 : -1;
    }
    return element == c ? p + 1 : -1;
  }
}
