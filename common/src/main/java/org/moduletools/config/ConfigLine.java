package org.moduletools.config;

/**
 * A logical line of a configuration file that says something: no comment, not blank.
 *
 * @param file the file it stands in
 * @param number of the last of the physical lines that it is made of, counted from 1
 * @param text its bytes as ISO_8859_1, continuations joined, backslashes taken away
 */
record ConfigLine(ConfigFile file, int number, String text) {}
