package org.moduletools.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.moduletools.module.ModuleName;

/**
 * modules.builtin.modinfo: what the parts of the kernel say of themselves, in strings
 * {@code MODULE.KEY=VALUE} that end in NUL, those of one module together (scripts/Makefile.vmlinux
 * in the kernel).
 */
public final class BuiltinModinfo {

  private BuiltinModinfo() {}

  /**
   * One string.
   *
   * @param module the part of the kernel
   * @param key what stands between dot and {@code =}
   * @param value what stands behind
   */
  public record Entry(ModuleName module, String key, String value) {}

  /**
   * Returns the strings of {@code directory}'s file in their order; none if there is no file.
   * Others than such strings are left out.
   */
  public static List<Entry> read(ModuleDirectory directory) throws IOException {
    return parse(TextTable.content(directory.file(ModuleDirectory.Entry.BUILTIN_MODINFO)));
  }

  static List<Entry> parse(String content) {
    List<Entry> entries = new ArrayList<>();
    int start = 0;
    while (start < content.length()) {
      int end = content.indexOf('\0', start);
      end = end < 0 ? content.length() : end;
      int dot = content.indexOf('.', start);
      int equals = content.indexOf('=', start);
      if (start < dot && dot < equals && equals < end) {
        ModuleName module = new ModuleName(content.substring(start, dot));
        entries.add(new Entry(
            module, content.substring(dot + 1, equals), content.substring(equals + 1, end)));
      }
      start = end + 1;
    }
    return entries;
  }
}
