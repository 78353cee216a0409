package org.moduletools.modprobe;

/**
 * Parameters that a module gets beside those of the configuration.
 *
 * @param text they, separated by blanks; may be empty
 * @param source where they stand, as the user reads it
 */
record GivenParameters(String text, String source) {

  /** None at all. */
  static final GivenParameters NONE = ofCommandLine("");

  /** Returns those that stand in the call of the program. */
  static GivenParameters ofCommandLine(String text) {
    return new GivenParameters(text, "the command line");
  }
}
