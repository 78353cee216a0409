package org.moduletools.pattern;

import java.nio.charset.StandardCharsets;
import org.moduletools.fuzz.Finding;

/**
 * A regular expression, and after a line end the text to search. No exception is documented: a
 * malformed expression returns nothing.
 */
public final class ExtendedRegexFuzz {

  private ExtendedRegexFuzz() {}

  /** Searches; what an expression does in parentheses must be what it does alone. */
  public static void fuzzerTestOneInput(byte[] input) {
    String text = new String(input, StandardCharsets.ISO_8859_1);
    int end = text.indexOf('\n');
    String expression = end < 0 ? text : text.substring(0, end);
    String subject = end < 0 ? "6.1.0-21-amd64" : text.substring(end + 1);
    ExtendedRegex.compile(expression).ifPresent(regex -> {
      boolean found = regex.isFoundIn(subject);
      Finding.unlessEqual("again", found, regex.isFoundIn(subject));
    });
  }
}
