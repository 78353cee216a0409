package org.moduletools.modulefile;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

  /** By a name's number: the need of it that was made last. */
  private @Nullable Need[] needs = new Need[0];

  /** By a name's number: 0, or 1 and the place of its version in the next two. */
  private int[] versionOf = new int[0];

  /** The versions in the order of the file, and the names they are of, or {@link #TAKEN}. */
  private long[] versions = new long[1 << 8];

  private int[] versioned = new int[1 << 8];
  private int versionCount;

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

  /** Returns the need of a symbol that has a name; takes the version of that name. */
  Need take(SymbolTable symbols, int symbol) throws IOException {
    int name = known(symbols.name(symbol, names));
    long crc = 0;
    if (versionOf[name] != 0) {
      int version = versionOf[name] - 1;
      crc = versions[version];
      versioned[version] = TAKEN;
      versionOf[name] = 0;
    }
    return need(name, crc, symbols.binding(symbol) == SymbolTable.WEAK);
  }

  /** Adds to {@code list} the needs of names whose versions are left, in the file's order. */
  void addRest(List<Need> list) {
    for (int i = 0; i < versionCount; i++) {
      if (versioned[i] != TAKEN) {
        list.add(need(versioned[i], versions[i], false));
      }
    }
  }

  private Need need(int name, long crc, boolean weak) {
    Need need = needs[name];
    if (need == null || need.crc() != crc || need.weak() != weak) {
      need = new Need(names.name(name), crc, weak);
      needs[name] = need;
    }
    return need;
  }

  /** Makes room for what belongs to {@code name}, and returns it. */
  private int known(int name) {
    if (name >= needs.length) {
      needs = Arrays.copyOf(needs, 2 * names.count());
      versionOf = Arrays.copyOf(versionOf, 2 * names.count());
    }
    return name;
  }
}
