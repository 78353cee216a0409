package org.moduletools.indexing;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;

/**
 * The names of modules' files, to be compared with those in modules.dep: byte by byte, since a
 * depmod -A that finds nothing changed would else make strings of all of them for nothing.
 */
final class ListedFiles {

  private static final int READ_BYTES = 1 << 14;

  private final List<FoundModule> modules;

  /**
   * A hash table by the modules' names, half empty or more: for each slot 0, or 1 plus a position
   * in {@link #modules}.
   */
  private final int[] places;

  private final boolean[] taken;
  private int left;

  /** The beginning of the line being read, up to its colon. */
  private byte[] line = new byte[1 << 8];

  private int lineBytes;

  /** The names of the files of {@code modules}. */
  ListedFiles(List<FoundModule> modules) {
    this.modules = modules;
    this.taken = new boolean[modules.size()];
    this.left = modules.size();
    this.places = new int[Math.max(2, Integer.highestOneBit(modules.size()) * 4)];
    for (int i = 0; i < modules.size(); i++) {
      int place = place(modules.get(i).name().hashCode());
      while (places[place] != 0) {
        place = next(place);
      }
      places[place] = i + 1;
    }
  }

  /** Returns whether each of them begins one line of modules.dep, and there is no other line. */
  boolean areThoseOf(InputStream modulesDep) throws IOException {
    byte[] bytes = new byte[READ_BYTES];
    boolean afterName = false;
    for (int count = modulesDep.read(bytes); count > 0; count = modulesDep.read(bytes)) {
      for (int i = 0; i < count; i++) {
        byte b = bytes[i];
        if (afterName) {
          afterName = b != '\n';
        } else if (b != ':') {
          append(b);
        } else if (take()) {
          afterName = true;
          lineBytes = 0;
        } else {
          return false;
        }
      }
    }
    return left == 0 && lineBytes == 0;
  }

  private void append(byte b) {
    if (lineBytes == line.length) {
      line = Arrays.copyOf(line, 2 * lineBytes);
    }
    line[lineBytes++] = b;
  }

  /** Takes the name in the line away. Returns whether it was there. */
  private boolean take() {
    for (int place = place(hash()); places[place] != 0; place = next(place)) {
      int module = places[place] - 1;
      if (!taken[module] && isInLine(modules.get(module).listed())) {
        taken[module] = true;
        left--;
        return true;
      }
    }
    return false;
  }

  /** Returns the hash of the module's name in the line, which is that of a String. */
  private int hash() {
    int begin = lineBytes;
    while (begin > 0 && line[begin - 1] != '/') {
      begin--;
    }
    int hash = 0;
    for (int i = begin; i < lineBytes && line[i] != '.'; i++) {
      hash = 31 * hash + (line[i] == '-' ? '_' : line[i] & 0xff);
    }
    return hash;
  }

  private boolean isInLine(String name) {
    if (name.length() != lineBytes) {
      return false;
    }
    for (int i = 0; i < lineBytes; i++) {
      if (name.charAt(i) != (line[i] & 0xff)) {
        return false;
      }
    }
    return true;
  }

  private int place(int hash) {
    return (hash ^ hash >>> 16) & (places.length - 1);
  }

  private int next(int place) {
    return (place + 1) & (places.length - 1);
  }
}
