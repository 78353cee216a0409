package org.moduletools.config;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The modules that the kernel command line lists to be loaded at boot (modules-load.d(5)). */
final class CommandLineLists {

  private static final String KEY = "modules_load";
  private static final String INITRAMFS = "rd.";

  private CommandLineLists() {}

  /**
   * Reads {@code file}, that is /proc/cmdline. An unreadable file lists none.
   *
   * @param isInitramfs whether items for an initramfs alone count too
   */
  static List<String> read(Path file, boolean isInitramfs) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] line = in.readNBytes(KernelCommandLine.MAX_SIZE_BYTES);
      return parse(new String(line, ISO_8859_1), isInitramfs);
    } catch (IOException notTold) {
      return List.of();
    }
  }

  private static List<String> parse(String text, boolean isInitramfs) {
    List<String> names = new ArrayList<>();
    int nul = text.indexOf('\0');
    for (String item : KernelCommandLine.items(nul < 0 ? text : text.substring(0, nul))) {
      String bare = item.replace("\"", "");
      int equals = bare.indexOf('=');
      if (equals >= 0 && isKey(bare.substring(0, equals), isInitramfs)) {
        addNames(bare.substring(equals + 1), names);
      }
    }
    return names;
  }

  /** A hyphen equals an underscore in a key (systemd 257, proc_cmdline_key_streq). */
  private static boolean isKey(String key, boolean isInitramfs) {
    String plain = key.replace('-', '_');
    return plain.equals(KEY) || (isInitramfs && plain.equals(INITRAMFS + KEY));
  }

  private static void addNames(String value, List<String> names) {
    for (String name : value.split(",", -1)) {
      if (!name.isEmpty()) {
        names.add(name);
      }
    }
  }
}
