package org.moduletools.index;

/**
 * A key with one of its values, before it is written.
 *
 * @param priority unsigned; smaller comes first
 * @param number how many entries came before
 */
record IndexEntry(String key, String value, int priority, int number) {}
