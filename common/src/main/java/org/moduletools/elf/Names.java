package org.moduletools.elf;

import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Names that occur in many files. Each is held once as a String, and is numbered from 0 in order of
 * first occurrence. A kernel's modules name 200,000 symbols, of which 20,000 differ. Serves one
 * thread.
 */
public final class Names {

  /** Different in each run, so that names cannot be chosen to collide. */
  private final long seed = ThreadLocalRandom.current().nextLong();

  /** Secret for the same purpose; odd, so that no bit is lost. */
  private final long factor = ThreadLocalRandom.current().nextLong() | 1;

  /**
   * The hash table: for each slot 0, or in the lower half 1 plus the name's number, and in the
   * upper half its hash, by which most other names are told without a look at them.
   */
  private long[] places = new long[1 << 12];

  private String[] names = new String[1 << 10];

  /** The bytes of all names in a row, and where each ends. */
  private byte[] bytes = new byte[1 << 14];

  private int[] ends = new int[1 << 10];
  private int count;

  /** Returns the number of names. */
  public int count() {
    return count;
  }

  /** Returns the name with that number. */
  public String name(int number) {
    return names[number];
  }

  /** Returns the number of the name in {@code table} from {@code from} to before {@code to}. */
  public int number(StringTable table, int from, int to) {
    byte[] array = table.array();
    int begin = table.begin() + from;
    int length = to - from;
    int hash = hash(array, begin, length);
    int place = place(hash);
    for (; places[place] != 0; place = next(place)) {
      int number = (int) places[place] - 1;
      if (hash(places[place]) == hash && isName(number, array, begin, length)) {
        return number;
      }
    }
    add(table.between(from, to), array, begin, length);
    places[place] = (long) hash << 32 | count;
    if (2 * count > places.length) {
      grow();
    }
    return count - 1;
  }

  /** Hashes eight bytes at a time; the last eight may overlap those before. */
  private int hash(byte[] array, int begin, int length) {
    long hash = seed ^ length;
    int last = begin + length - Long.BYTES;
    for (int i = begin; i < last; i += Long.BYTES) {
      hash = mixed(hash ^ EightBytes.at(array, i));
    }
    if (last >= begin) {
      return (int) mixed(hash ^ EightBytes.at(array, last));
    }
    for (int i = begin; i < begin + length; i++) {
      hash = mixed(hash ^ array[i]);
    }
    return (int) hash;
  }

  /** Both halves of the product: in the lower one alone a highest bit would change no other. */
  private long mixed(long hash) {
    return hash * factor ^ Math.multiplyHigh(hash, factor);
  }

  private static int hash(long place) {
    return (int) (place >>> 32);
  }

  private int place(int hash) {
    return hash & (places.length - 1);
  }

  private int next(int place) {
    return (place + 1) & (places.length - 1);
  }

  private boolean isName(int number, byte[] array, int begin, int length) {
    int start = number == 0 ? 0 : ends[number - 1];
    if (ends[number] - start != length) {
      return false;
    }
    int i = 0;
    for (; i <= length - Long.BYTES; i += Long.BYTES) {
      if (EightBytes.at(bytes, start + i) != EightBytes.at(array, begin + i)) {
        return false;
      }
    }
    for (; i < length; i++) {
      if (bytes[start + i] != array[begin + i]) {
        return false;
      }
    }
    return true;
  }

  private void add(String name, byte[] array, int begin, int length) {
    int start = count == 0 ? 0 : ends[count - 1];
    if (count == names.length) {
      names = Arrays.copyOf(names, 2 * count);
      ends = Arrays.copyOf(ends, 2 * count);
    }
    if (bytes.length - start < length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, start + length));
    }
    System.arraycopy(array, begin, bytes, start, length);
    names[count] = name;
    ends[count] = start + length;
    count++;
  }

  private void grow() {
    long[] former = places;
    places = new long[2 * former.length];
    for (long name : former) {
      if (name != 0) {
        int place = place(hash(name));
        while (places[place] != 0) {
          place = next(place);
        }
        places[place] = name;
      }
    }
  }
}
