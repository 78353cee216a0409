package org.moduletools.config;

/**
 * Where a line of the configuration stands.
 *
 * @param file the file, as messages call it; {@code /proc/cmdline} for the kernel command line
 * @param line the line's number, counted from 1; of a line that is continued the last one. 0 for
 *     the kernel command line
 */
public record ConfigSource(String file, int line) {

  /** The kernel command line. */
  static final ConfigSource COMMAND_LINE = new ConfigSource("/proc/cmdline", 0);

  static ConfigSource of(ConfigLine line) {
    return new ConfigSource(line.file().place().text(), line.number());
  }

  /** Returns whether it is the kernel command line, which has no lines. */
  public boolean isCommandLine() {
    return line == 0;
  }

  /** Returns {@code FILE:LINE}, or the file alone where it has no lines. */
  @Override
  public String toString() {
    return isCommandLine() ? file : file + ":" + line;
  }
}
