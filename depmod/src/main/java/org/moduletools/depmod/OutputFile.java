package org.moduletools.depmod;

/**
 * A file to be written, ready to the last byte.
 *
 * @param name below the output directory
 * @param content its bytes, not copied
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; megabytes are not copied for form
record OutputFile(String name, byte[] content) {}
