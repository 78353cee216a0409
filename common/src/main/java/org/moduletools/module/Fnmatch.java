package org.moduletools.module;

/** A stand-in, to be dropped on merge: star, question mark and simple brackets. */
public final class Fnmatch {

  private Fnmatch() {}

  /** Returns whether {@code subject} matches {@code pattern}. */
  public static boolean matches(String pattern, String subject) {
    if (pattern.isEmpty()) {
      return subject.isEmpty();
    }
    char p = pattern.charAt(0);
    if (p == '*') {
      return matches(pattern.substring(1), subject)
          || (!subject.isEmpty() && matches(pattern, subject.substring(1)));
    }
    if (subject.isEmpty()) {
      return false;
    }
    int close = pattern.indexOf(']');
    if (p == '[' && close > 0) {
      return pattern.substring(1, close).indexOf(subject.charAt(0)) >= 0
          && matches(pattern.substring(close + 1), subject.substring(1));
    }
    return (p == '?' || p == subject.charAt(0))
        && matches(pattern.substring(1), subject.substring(1));
  }
}
