package org.moduletools.modprobe;

/**
 * What would be done about a module.
 *
 * @param outcome it
 * @param words it, in words
 */
record Verdict(Outcome outcome, String words) {

  /** Returns what becomes of a module in whose place {@code command} runs. */
  static Verdict ofCommand(String command) {
    String program = command.strip().replaceFirst("\\s.*", "").replaceFirst(".*/", "");
    boolean loadsNothing = program.equals("false") || program.equals("true") || program.equals(":");
    return loadsNothing
        ? new Verdict(
            Outcome.DEAD_COMMAND,
            "it would not be loaded: the install command runs in its place and loads nothing")
        : new Verdict(
            Outcome.COMMAND,
            "the install command would run in its place, and may load it; modprobe cannot know");
  }
}
