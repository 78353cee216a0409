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
    List<Entry> entries = new ArrayList<>();
    String key = "";
    for (int begin = 0; begin < section.sizeBytes(); ) {
      int end = section.end(begin);
      if (end > begin) {
        int equals = section.indexOf((byte) '=', begin, end);
        key = section.holds(key, begin, equals) ? key : section.between(begin, equals);
        entries.add(new Entry(key, section.between(Math.min(equals + 1, end), end)));
      }
      begin = end + 1;
    }
    return new Modinfo(entries);
  }
}
