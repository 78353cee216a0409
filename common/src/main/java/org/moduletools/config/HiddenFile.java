package org.moduletools.config;

/**
 * A file of the configuration that does not count.
 *
 * @param file the hidden file
 * @param hidingFile the file of the same name that counts in its place; it may be a link to
 *     /dev/null
 */
public record HiddenFile(ConfigPlace file, ConfigPlace hidingFile) {}
