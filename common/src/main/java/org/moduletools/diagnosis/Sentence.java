package org.moduletools.diagnosis;

import java.util.List;

/** How causes put lists into words. */
final class Sentence {

  private Sentence() {}

  /** Returns {@code a}, {@code a or b}, {@code a, b or c}. */
  static String anyOf(List<?> words) {
    return joined(words, " or ");
  }

  /** Returns {@code a}, {@code a and b}, {@code a, b and c}. */
  static String allOf(List<?> words) {
    return joined(words, " and ");
  }

  /** As {@link #allOf}, where what is beyond {@code most} is only counted. */
  static String allOf(List<?> words, int most) {
    if (words.size() <= most) {
      return allOf(words);
    }
    return joined(words.subList(0, most), ", ") + " and " + (words.size() - most) + " more";
  }

  private static String joined(List<?> words, String last) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words.size(); i++) {
      if (i > 0) {
        text.append(i == words.size() - 1 ? last : ", ");
      }
      text.append(words.get(i));
    }
    return text.toString();
  }
}
