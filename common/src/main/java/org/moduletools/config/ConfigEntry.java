package org.moduletools.config;

/**
 * What {@code modprobe -c} shows of one line of the configuration.
 *
 * @param command the line's first word, such as {@code options}
 * @param name the module, alias or pattern that the line is about, normalised
 * @param text what the line says of it; empty for {@code blacklist} and {@code mask}
 * @param source where the line stands
 */
public record ConfigEntry(String command, String name, String text, ConfigSource source) {}
