package org.moduletools.config;

/**
 * One line of the configuration, as {@code modprobe -c} shows it.
 *
 * @param command the line's first word, such as {@code options}
 * @param name the module, alias or pattern that the line is about, normalised
 * @param text the rest of the line; empty for {@code blacklist} and {@code mask}
 * @param source where the line stands
 */
public record ConfigEntry(String command, String name, String text, ConfigSource source) {}
