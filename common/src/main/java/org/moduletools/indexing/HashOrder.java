package org.moduletools.indexing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * The order in which kmod iterates over a hash table: by bucket, within a bucket by the bytes of
 * the key. Output follows it wherever kmod's does.
 *
 * <p>The hash is Paul Hsieh's SuperFastHash (kmod 34, shared/hash.c: hash_superfast). kmod reads
 * pairs of bytes in the machine's own order; here the low byte always comes first, so that every
 * machine writes what x86 and arm do.
 */
final class HashOrder {

  private HashOrder() {}

  /**
   * Returns {@code values} in hash order.
   *
   * @param buckets the size of the table, a power of two
   * @param key returns the key of a value; equal keys keep their order
   */
  static <T> List<T> sorted(List<T> values, int buckets, Function<T, String> key) {
    int[] bucketOf = new int[values.size()];
    int[] ends =
        new int[buckets + 1]; // until the values are placed: the end of the previous bucket
    for (int i = 0; i < bucketOf.length; i++) {
      bucketOf[i] = hash(key.apply(values.get(i))) & (buckets - 1);
      ends[bucketOf[i] + 1]++;
    }
    for (int bucket = 1; bucket <= buckets; bucket++) {
      ends[bucket] += ends[bucket - 1];
    }
    @SuppressWarnings("unchecked") // the array is local
    T[] sorted = (T[]) new Object[bucketOf.length];
    for (int i = 0; i < bucketOf.length; i++) {
      sorted[ends[bucketOf[i]]++] = values.get(i);
    }
    Comparator<T> byKey = Comparator.comparing(key);
    for (int bucket = 0, begin = 0; bucket < buckets; begin = ends[bucket++]) {
      Arrays.sort(sorted, begin, ends[bucket], byKey);
    }
    return Arrays.asList(sorted);
  }

  /** Returns the hash of {@code text}, each of whose characters stands for one byte. */
  static int hash(String text) {
    byte[] key = text.getBytes(ISO_8859_1);
    int length = key.length;
    int hash = length;
    int i = 0;
    for (; i + 4 <= length; i += 4) {
      hash += pair(key, i);
      int high = (pair(key, i + 2) << 11) ^ hash;
      hash = (hash << 16) ^ high;
      hash += hash >>> 11;
    }
    return avalanche(rest(key, i, hash));
  }

  /** Mixes in the last one to three bytes. A lone byte counts as signed, as C's char on x86. */
  private static int rest(byte[] key, int i, int before) {
    int hash = before;
    switch (key.length - i) {
      case 3 -> {
        hash += pair(key, i);
        hash ^= hash << 16;
        hash ^= key[i + 2] << 18;
        hash += hash >>> 11;
      }
      case 2 -> {
        hash += pair(key, i);
        hash ^= hash << 11;
        hash += hash >>> 17;
      }
      case 1 -> {
        hash += key[i];
        hash ^= hash << 10;
        hash += hash >>> 1;
      }
      default -> {}
    }
    return hash;
  }

  private static int avalanche(int before) {
    int hash = before;
    hash ^= hash << 3;
    hash += hash >>> 5;
    hash ^= hash << 4;
    hash += hash >>> 17;
    hash ^= hash << 25;
    hash += hash >>> 6;
    return hash;
  }

  private static int pair(byte[] key, int i) {
    return (key[i] & 0xff) | (key[i + 1] & 0xff) << 8;
  }
}
