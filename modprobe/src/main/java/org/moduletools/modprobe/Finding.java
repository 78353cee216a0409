package org.moduletools.modprobe;

import org.moduletools.config.ConfigEntry;
import org.moduletools.config.ConfigSource;

/**
 * One thing that bears on whether and how a module is loaded.
 *
 * @param topic what it is about
 * @param bearing what it means for loading
 * @param text the finding, in words
 * @param source the place of the line that states it; {@link #NOWHERE} if no line does
 */
record Finding(Topic topic, Bearing bearing, String text, ConfigSource source) {

  /** The source of a finding that is not from the configuration. */
  static final ConfigSource NOWHERE = new ConfigSource("", 0);

  static Finding fact(Topic topic, String text) {
    return new Finding(topic, Bearing.FACT, text, NOWHERE);
  }

  static Finding odd(Topic topic, String text) {
    return new Finding(topic, Bearing.ODD, text, NOWHERE);
  }

  static Finding stop(Topic topic, String text) {
    return new Finding(topic, Bearing.STOP, text, NOWHERE);
  }

  /** Returns the same, said by {@code line}. */
  Finding by(ConfigEntry line) {
    return by(line.source());
  }

  /** Returns the same, said by the line at {@code place}. */
  Finding by(ConfigSource place) {
    return new Finding(topic, bearing, text, place);
  }

  /** Returns whether a line of the configuration says it. */
  boolean hasSource() {
    return !source.file().isEmpty();
  }
}
