package org.moduletools.config;

/** The text in which a regular expression is searched, and how long the search may still take. */
final class RegexSubject {

  /** Only an expression that is made to take long needs as many. */
  private static final int MAX_STEPS = 100_000;

  private final String text;
  private int stepsLeft = MAX_STEPS;

  RegexSubject(String text) {
    this.text = text;
  }

  int length() {
    return text.length();
  }

  char charAt(int position) {
    return text.charAt(position);
  }

  /** Returns whether a letter, digit or underscore stands at {@code position}. */
  boolean isWordAt(int position) {
    return position >= 0
        && position < text.length()
        && CharacterClass.WORD.get(text.charAt(position));
  }

  /** Counts one more step of the search, and returns whether it may still be made. */
  boolean takeStep() {
    return stepsLeft-- > 0;
  }
}
