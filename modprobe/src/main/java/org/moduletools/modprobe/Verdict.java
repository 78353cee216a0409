package org.moduletools.modprobe;

/**
 * What would be done about a module.
 *
 * @param outcome the outcome
 * @param words the outcome, in words
 */
record Verdict(Outcome outcome, String words) {

  private static final String DEAD_COMMAND =
      "([\\w./-]*/)?(true|false|:)([ \\t]+[\\w./:,@%+=-]+)*[ \\t]*";

  /** Returns the verdict for a module that {@code command} replaces. */
  static Verdict ofCommand(String command) {
    return isDead(command)
        ? new Verdict(
            Outcome.DEAD_COMMAND,
            "it would not be loaded: the install command runs in its place and loads nothing"
                + (fails(command) ? "" : "; modprobe ends well all the same"))
        : new Verdict(
            Outcome.COMMAND,
            "the install command would run in its place, and may load it; modprobe cannot know");
  }

  private static boolean fails(String deadCommand) {
    return deadCommand.strip().matches("([\\w./-]*/)?false\\b.*");
  }

  /**
   * Returns whether {@code command} loads nothing for sure: it is a single command true, false or
   * colon, without anything that the shell gives a meaning but a comment.
   */
  static boolean isDead(String command) {
    return command.strip().replaceFirst("\\s#[^\n]*$", "").matches(DEAD_COMMAND);
  }
}
