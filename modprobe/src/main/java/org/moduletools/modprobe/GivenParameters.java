package org.moduletools.modprobe;

/**
 * Parameters for a module beside those of the configuration.
 *
 * @param text the parameters, separated by blanks; may be empty
 * @param source their place, for messages
 */
record GivenParameters(String text, String source) {

  /** No parameters. */
  static final GivenParameters NONE = ofCommandLine("");

  /** Returns the parameters {@code text} of the command line. */
  static GivenParameters ofCommandLine(String text) {
    return new GivenParameters(text, "the command line");
  }
}
