package org.moduletools.index;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;

/**
 * Collects keys with their values and lays them out as the file that kmod 34 would write
 * (tools/depmod.c: index_insert, index_write), each node before its children. Keys may come in any
 * order; values of one key are ordered by priority, lowest first, and of equal ones the last added
 * first.
 */
public final class IndexBuilder {

  /** The greatest size of an index: references have 28 bits for a position. */
  public static final int MAX_BYTES = IndexFormat.POSITION;

  private final IndexEntries entries;

  /** An empty index. */
  public IndexBuilder() {
    this(1 << 8, 1 << 12);
  }

  /**
   * An empty index with space for keys.
   *
   * @param count the number of keys
   * @param keyBytes the number of bytes in all of them
   */
  public IndexBuilder(int count, int keyBytes) {
    entries = new IndexEntries(Math.max(1, count), Math.max(1, keyBytes));
  }

  /** Returns whether the format can hold {@code text}: 7-bit characters without NUL. */
  public static boolean canHold(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!IndexFormat.canHold(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /**
   * Adds a value to {@code key}, unless the format cannot hold one of them; a key may have several
   * values, even equal ones.
   *
   * @param priority unsigned
   * @return whether it is added
   */
  public boolean add(String key, String value, int priority) {
    return entries.add(key, value, priority);
  }

  /**
   * As {@link #add}, for lines of a text file: the value may have 8-bit characters, as paths do.
   */
  void addText(String key, String value, int priority) {
    if (value.indexOf(0) < 0) {
      entries.add(key, value.getBytes(ISO_8859_1), priority);
    }
  }

  /**
   * Returns the whole file, from the buffer's position to its limit.
   *
   * @throws IndexSizeException if it would be larger than 256 MiB, which no reference can address
   */
  public ByteBuffer toBuffer() throws IndexSizeException {
    return new TrieWriter(entries, EntrySort.order(entries), MAX_BYTES).write();
  }

  /** As {@link #toBuffer}, in an array of that size. */
  public byte[] toBytes() throws IndexSizeException {
    ByteBuffer file = toBuffer();
    byte[] bytes = new byte[file.remaining()];
    file.get(bytes);
    return bytes;
  }
}
