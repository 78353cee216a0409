package org.moduletools.pattern;

import java.util.BitSet;
import java.util.Optional;

/**
 * A bracket expression of a pattern, such as {@code [!a-f[:digit:]]}, matched against one character
 * as glibc 2.36 does in the C locale (posix/fnmatch_loop.c). A malformed part matches nothing.
 * Parts after one that has matched are not checked; the tests of {@link Fnmatch} pin that.
 */
final class Bracket {

  /** The value of {@link #peek} after the end of the pattern. */
  private static final char END = 0;

  private static final int NO_MATCH = -1;

  private final String pattern;
  private final int open;
  private final char c;
  private int at;
  private boolean malformed;

  /** Begins at the {@code [} at {@code open} of {@code pattern}; {@code c} is to be matched. */
  Bracket(String pattern, int open, char c) {
    this.pattern = pattern;
    this.open = open;
    this.c = c;
    this.at = open + 1;
  }

  /**
   * Returns where the pattern goes on if the expression matches, else -1. An expression that is not
   * closed is a plain {@code [}.
   */
  int match() {
    boolean negated = peek(0) == '!' || peek(0) == '^';
    at += negated ? 1 : 0;
    boolean found = false;
    do {
      if (peek(0) == END) {
        return c == '[' ? open + 1 : NO_MATCH;
      }
      if (found) {
        skipPart();
      } else {
        found = matchPart();
      }
      if (malformed) {
        return NO_MATCH;
      }
    } while (peek(0) != ']');
    return found != negated ? at + 1 : NO_MATCH;
  }

  private char peek(int ahead) {
    return at + ahead < pattern.length() ? pattern.charAt(at + ahead) : END;
  }

  /** Skips the next part and returns whether it matches. */
  private boolean matchPart() {
    int classEnd = classEnd();
    if (classEnd > 0) {
      String name = pattern.substring(at + 2, classEnd);
      at = classEnd + 2;
      return isIn(name);
    }
    if (isEquivalence()) {
      char same = peek(2);
      at += 5;
      return same == c;
    }
    boolean collating = isCollating();
    char low = bound();
    if (malformed || peek(0) != '-') {
      return !malformed && low == c;
    }
    if (peek(1) == ']') {
      return low == c && !collating; // glibc loses [.x.] here
    }
    if (peek(1) == END && low == c) {
      return true;
    }
    at++;
    char high = bound();
    return !malformed && low <= c && c <= high;
  }

  /** Takes one end of a range, {@code x}, {@code \x} or {@code [.x.]}, and returns x. */
  private char bound() {
    char x;
    if (isCollating()) {
      malformed = peek(3) != '.' || peek(4) != ']';
      x = peek(2);
      at += 5;
    } else {
      at += peek(0) == '\\' ? 1 : 0;
      x = peek(0);
      malformed = x == END;
      at++;
    }
    return x;
  }

  /** Skips the next part, which does not count any more. */
  private void skipPart() {
    int classEnd = classEnd();
    if (classEnd > 0) {
      at = classEnd + 2;
    } else if (isCollating()) {
      int end = pattern.indexOf(".]", at + 2);
      malformed = end < 0;
      at = end + 2;
    } else if (peek(0) == '[' && peek(1) == '=') {
      malformed = !isEquivalence();
      at += 5;
    } else {
      at += peek(0) == '\\' ? 2 : 1;
      malformed = at > pattern.length();
    }
  }

  /** Returns where {@code :]} ends the class that begins here, or 0 if none does. */
  private int classEnd() {
    if (peek(0) != '[' || peek(1) != ':') {
      return 0;
    }
    int end = at + 2;
    while (end < pattern.length() && 'a' <= pattern.charAt(end) && pattern.charAt(end) < 'z') {
      end++;
    }
    return pattern.startsWith(":]", end) ? end : 0;
  }

  private boolean isEquivalence() {
    return peek(0) == '[' && peek(1) == '=' && peek(3) == '=' && peek(4) == ']';
  }

  private boolean isCollating() {
    return peek(0) == '[' && peek(1) == '.';
  }

  private boolean isIn(String className) {
    Optional<BitSet> named = CharacterClass.named(className);
    malformed |= named.isEmpty();
    return named.isPresent() && named.get().get(c);
  }
}
