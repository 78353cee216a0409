package org.moduletools.config;

/**
 * A rule: one line of modprobe's configuration, or one item of the kernel command line.
 *
 * @param command its kind
 * @param name the module, alias or pattern that it is about, normalised
 * @param text the rest of the line, not parsed; empty for a rule that needs no more words
 * @param source where it stands
 * @param ofModules whether depmod took it from the modules, as opposed to the administrator's rules
 */
record ModprobeRule(
    ModprobeCommand command, String name, String text, ConfigSource source, boolean ofModules) {

  /** Returns the rule that an item of the kernel command line makes. */
  static ModprobeRule ofCommandLine(ModprobeCommand command, String name, String text) {
    return new ModprobeRule(command, name, text, ConfigSource.COMMAND_LINE, false);
  }

  /** Returns the parts of {@link #line}. */
  ConfigEntry entry() {
    return new ConfigEntry(command.word(), name, command.show(text).stripLeading(), source);
  }

  /** As {@link #entry}, with words too that say nothing. */
  ConfigEntry wholeEntry() {
    return new ConfigEntry(command.word(), name, text.strip(), source);
  }

  /** Returns the line that {@code modprobe -c} shows for this rule. */
  String line() {
    return command.word() + " " + name + command.show(text);
  }
}
