package org.moduletools.depmod;

/**
 * A file to be written, ready to the last byte.
 *
 * @param name below the output directory
 * @param content its bytes
 */
record OutputFile(String name, OutputBytes content) {}
