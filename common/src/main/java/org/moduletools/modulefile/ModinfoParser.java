package org.moduletools.modulefile;

import java.util.ArrayList;
import java.util.List;
import org.moduletools.elf.StringTable;
import org.moduletools.modulefile.Modinfo.Entry;

/** Reads the strings of a {@code .modinfo} section. */
final class ModinfoParser {

  private ModinfoParser() {}

  /**
   * Returns the strings of {@code section} in order. Empty strings, which pad the section, are left
   * out (kmod 34, libkmod/libkmod-elf.c: kmod_elf_get_modinfo_strings).
   */
  static Modinfo parse(StringTable section) {
    return parse(section, List.of());
  }

  /** Returns only the strings with one of {@code keys}, or all of them if it is empty. */
  static Modinfo parse(StringTable section, List<String> keys) {
    List<Entry> entries = new ArrayList<>();
    String key = "";
    for (int begin = 0; begin < section.sizeBytes(); ) {
      int end = section.end(begin);
      if (end > begin) {
        int equals = section.indexOf((byte) '=', begin, end);
        int wanted = indexOf(keys, section, begin, equals);
        if (wanted >= 0) {
          key = keys.get(wanted);
        } else if (keys.isEmpty() && !section.holds(key, begin, equals)) {
          key = section.between(begin, equals);
        }
        if (wanted >= 0 || keys.isEmpty()) {
          entries.add(new Entry(key, section.between(Math.min(equals + 1, end), end)));
        }
      }
      begin = end + 1;
    }
    return new Modinfo(entries);
  }

  /**
   * Returns the index of the key in {@code section} from {@code from} to before {@code to}, or -1.
   */
  private static int indexOf(List<String> keys, StringTable section, int from, int to) {
    for (int i = 0; i < keys.size(); i++) {
      if (section.holds(keys.get(i), from, to)) {
        return i;
      }
    }
    return -1;
  }
}
