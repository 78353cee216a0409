package org.moduletools.index;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import org.moduletools.module.ModuleName;

/**
 * modules.builtin.modinfo: the modinfo of built-in modules, as strings {@code MODULE.KEY=VALUE}
 * that end in NUL, those of one module together (scripts/Makefile.vmlinux in the kernel).
 */
public final class BuiltinModinfo {

  private BuiltinModinfo() {}

  /**
   * One string.
   *
   * @param module the built-in module
   * @param key the text between dot and {@code =}
   * @param value the text after {@code =}
   */
  public record Entry(ModuleName module, String key, String value) {}

  /**
   * Returns the strings of {@code directory}'s file in their order; none if there is no file.
   * Strings of another form are left out.
   */
  public static List<Entry> read(ModuleDirectory directory) throws IOException {
    try {
      return parse(TextFile.read(directory.file(ModuleDirectory.Entry.BUILTIN_MODINFO)));
    } catch (NoSuchFileException absent) {
      return List.of();
    }
  }

  static List<Entry> parse(String content) {
    List<Entry> entries = new ArrayList<>();
    int start = 0;
    while (start < content.length()) {
      int end = content.indexOf('\0', start);
      end = end < 0 ? content.length() : end;
      String string = content.substring(start, end);
      int dot = string.indexOf('.');
      int equals = string.indexOf('=');
      if (0 < dot && dot < equals) {
        ModuleName module = new ModuleName(string.substring(0, dot));
        entries.add(
            new Entry(module, string.substring(dot + 1, equals), string.substring(equals + 1)));
      }
      start = end + 1;
    }
    return entries;
  }
}
