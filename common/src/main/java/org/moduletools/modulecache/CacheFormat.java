package org.moduletools.modulecache;

/**
 * The form of a cache file. Numbers have their highest byte first; a text is its length in bytes
 * and one byte for each character (ISO 8859-1).
 *
 * <pre>
 *   magic                  8 bytes, "modcache"
 *   version                4 bytes
 *   length of the body     4 bytes
 *   CRC-32 of the body     4 bytes
 *   body:
 *     owner                a text: which program wrote it for which directory
 *     count of needs       4 bytes
 *     each:                text name, 8 bytes version, 1 byte whether it is weak
 *     count of modules     4 bytes
 *     each:                text name; mode in 4 bytes; device, inode, size, written and changed in 8
 *                          count of descriptions in 4 bytes, each: text key, text value
 *                          count of exports in 4 bytes, each: text name, 8 bytes version
 *                          count of needs in 4 bytes, each: 4 bytes, its number from 0
 * </pre>
 */
final class CacheFormat {

  static final byte[] MAGIC = {'m', 'o', 'd', 'c', 'a', 'c', 'h', 'e'};

  /** Increase with each change of this format, and of the data that is read from a module. */
  static final int VERSION = 1;

  static final int HEAD_BYTES = 20;
  static final int LENGTH_AT = 12;
  static final int CRC_AT = 16;

  private CacheFormat() {}
}
