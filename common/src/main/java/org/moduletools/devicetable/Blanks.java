package org.moduletools.devicetable;

import org.moduletools.pattern.Ctype;

/** Blanks in texts, which no alias can hold. */
final class Blanks {

  private Blanks() {}

  /** Returns {@code text} with an underscore for each character that isspace(3) means. */
  static String underscored(String text) {
    StringBuilder result = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      if (Ctype.isSpace(text.charAt(i))) {
        result.setCharAt(i, '_');
      }
    }
    return result.toString();
  }
}
