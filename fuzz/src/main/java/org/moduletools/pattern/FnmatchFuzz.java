package org.moduletools.pattern;

import java.nio.charset.StandardCharsets;
import org.moduletools.fuzz.Finding;
import org.moduletools.module.Alias;

/**
 * A pattern, and after a line end the text that it is matched against. No exception is documented.
 */
public final class FnmatchFuzz {

  private FnmatchFuzz() {}

  /** Matches; without brackets and backslashes the plainest way to do it must agree. */
  public static void fuzzerTestOneInput(byte[] input) {
    String text = new String(input, StandardCharsets.ISO_8859_1);
    int end = text.indexOf('\n');
    String pattern = end < 0 ? text : text.substring(0, end);
    String subject = end < 0 ? "" : text.substring(end + 1);
    boolean matches = Fnmatch.matches(pattern, subject);
    if (pattern.indexOf('[') < 0 && pattern.indexOf('\\') < 0) {
      Finding.unlessEqual("match", plainly(pattern, subject), matches);
    }
    Alias.normalize(pattern).ifPresent(normal -> {
      Finding.unlessEqual("length", pattern.length(), normal.length());
      Fnmatch.matches(normal, subject);
    });
  }

  /** Keeps for each beginning of the subject whether the pattern so far matches it. */
  private static boolean plainly(String pattern, String subject) {
    boolean[] matches = new boolean[subject.length() + 1];
    matches[0] = true;
    for (int p = 0; p < pattern.length(); p++) {
      char c = pattern.charAt(p);
      if (c == '*') {
        for (int s = 1; s <= subject.length(); s++) {
          matches[s] |= matches[s - 1];
        }
      } else {
        for (int s = subject.length(); s > 0; s--) {
          matches[s] = matches[s - 1] && (c == '?' || c == subject.charAt(s - 1));
        }
        matches[0] = false;
      }
    }
    return matches[subject.length()];
  }
}
