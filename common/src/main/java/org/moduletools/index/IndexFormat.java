package org.moduletools.index;

/**
 * The layout of a {@code .bin} index: a trie whose edges are bytes and whose nodes may carry a
 * prefix that all keys below share (kmod 34, libkmod/libkmod-index.c). Numbers are unsigned, 32
 * bit, big-endian.
 *
 * <pre>
 * file    magic | version | reference to the root
 * node    prefix, NUL                                        if it has a prefix
 *         first u8 | last u8 | reference (last - first + 1)  if it has children; 0 where there is none
 *         count | (priority | value, NUL) count              if it has values
 * </pre>
 *
 * <p>A reference is the node's position in the file in its low 28 bits, and in its high bits which
 * of the three parts the node has. kmod 34 writes a node before its children, kmod 33 and
 * module-init-tools after them; a reader follows the references.
 */
final class IndexFormat {

  static final int MAGIC = 0xb007f457;
  static final int VERSION = 0x00020001;

  /** Versions with this upper half have the same format. */
  static final int MAJOR_VERSION = VERSION >>> 16;

  static final int HEADER_BYTES = 12;

  static final int HAS_PREFIX = 0x80000000;
  static final int HAS_VALUES = 0x40000000;
  static final int HAS_CHILDREN = 0x20000000;
  static final int POSITION = 0x0fffffff;

  /** Keys consist of bytes below this, so a node has at most so many children. */
  static final int EDGES = 128;

  private IndexFormat() {}

  /** Returns whether a key may have {@code c}: 7 bits, and no NUL. */
  static boolean canHold(char c) {
    return c != 0 && c < EDGES;
  }
}
