package org.moduletools.pattern;

/** The text that is searched for a regular expression, and the steps left for the search. */
final class RegexSubject {

  /** Only a hostile expression needs so many. */
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
