package org.moduletools.modulefile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.moduletools.elf.Names;
import org.moduletools.elf.StringTable;
import org.moduletools.elf.SymbolTable;
import org.moduletools.modulefile.ModuleSymbols.Need;

/**
 * The needs of the modules that one thread has read, and the versions that the module being read
 * states. Most modules need the same few thousand symbols; each of these needs is one object.
 */
final class KnownNeeds {

  private static final int TAKEN = -1;

  private final Names names = new Names();

  /** All needs, in the order of making: they differ in name or version. */
  private final List<Need> made = new ArrayList<>();

  /** By a name's number: 0, or 1 plus the index of the last need made for it. */
  private int[] lastMade = new int[0];

  /** By a name's number: 0, or 1 plus the index of its version in the next two. */
  private int[] versionOf = new int[0];

  /** The versions in the order of the file, and the names they are of, or {@link #TAKEN}. */
  private long[] versions = new long[1 << 8];

  private int[] versioned = new int[1 << 8];
  private int versionCount;

  /** The indexes of the needs of the module being read. */
  private int[] taken = new int[1 << 8];

  private int takenCount;

  /** Begins a new module. */
  void begin() {
    forgetVersions();
    takenCount = 0;
  }

  /** Forgets the versions. */
  void forgetVersions() {
    for (int i = 0; i < versionCount; i++) {
      if (versioned[i] != TAKEN) {
        versionOf[versioned[i]] = 0;
      }
    }
    versionCount = 0;
  }

  /** Notes the version of a name; of several the first counts. */
  void addVersion(StringTable table, int from, int to, long crc) {
    int name = known(names.number(table, from, to));
    if (versionOf[name] != 0) {
      return;
    }
    if (versionCount == versions.length) {
      versions = Arrays.copyOf(versions, 2 * versionCount);
      versioned = Arrays.copyOf(versioned, 2 * versionCount);
    }
    versioned[versionCount] = name;
    versions[versionCount++] = crc;
    versionOf[name] = versionCount;
  }

  /** Adds the need of a symbol with a name, and the version of that name. */
  void take(SymbolTable symbols, int symbol) throws IOException {
    int name = known(symbols.name(symbol, names));
    long crc = 0;
    if (versionOf[name] != 0) {
      int version = versionOf[name] - 1;
      crc = versions[version];
      versioned[version] = TAKEN;
      versionOf[name] = 0;
    }
    take(name, crc, symbols.binding(symbol) == SymbolTable.WEAK);
  }

  /** Adds the needs of names with versions that are left, in the file's order. */
  void takeRest() {
    for (int i = 0; i < versionCount; i++) {
      if (versioned[i] != TAKEN) {
        take(versioned[i], versions[i], false);
      }
    }
  }

  /** Returns the needs added since {@link #begin}. */
  NeedList taken() {
    return new NeedList(made, Arrays.copyOf(taken, takenCount));
  }

  private void take(int name, long crc, boolean weak) {
    if (takenCount == taken.length) {
      taken = Arrays.copyOf(taken, 2 * takenCount);
    }
    taken[takenCount++] = place(name, crc, weak);
  }

  private int place(int name, long crc, boolean weak) {
    if (lastMade[name] != 0) {
      Need last = made.get(lastMade[name] - 1);
      if (last.crc() == crc && last.weak() == weak) {
        return lastMade[name] - 1;
      }
    }
    made.add(new Need(names.name(name), crc, weak));
    lastMade[name] = made.size();
    return made.size() - 1;
  }

  /** Grows the arrays for {@code name}, and returns it. */
  private int known(int name) {
    if (name >= lastMade.length) {
      lastMade = Arrays.copyOf(lastMade, 2 * names.count());
      versionOf = Arrays.copyOf(versionOf, 2 * names.count());
    }
    return name;
  }
}
