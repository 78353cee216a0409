package org.moduletools.indexing;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.StringTokenizer;

/**
 * Reads the exports of the kernel itself, from one of two files of its build:
 * {@code Module.symvers} or {@code System.map}.
 */
final class KernelExportReader {

  private static final String EXPORT = "__ksymtab_";

  private final SymbolTable table;
  private final IndexingListener listener;

  /** Adds the symbols to {@code table}. */
  KernelExportReader(SymbolTable table, IndexingListener listener) {
    this.table = table;
    this.listener = listener;
  }

  /** Reads {@code file}. */
  void read(KernelSymbolFile file) throws IOException {
    switch (file.form()) {
      case SYMVERS -> readSymvers(file.file(), file.shown());
      case SYSTEM_MAP -> readSystemMap(file.file(), file.shown());
    }
  }

  /**
   * Reads lines such as {@code 0xb352177e find_first_bit vmlinux EXPORT_SYMBOL}; lines with another
   * third word than {@code vmlinux} are of modules, and are skipped.
   *
   * @param shown the file's name for messages
   */
  private void readSymvers(Path file, String shown) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        StringTokenizer words = new StringTokenizer(line, " \t");
        if (words.countTokens() < 3) {
          continue;
        }
        String version = words.nextToken();
        String name = words.nextToken();
        if (!words.nextToken().equals("vmlinux")) {
          continue;
        }
        try {
          table.add(name, parseVersion(version), SymbolTable.KERNEL);
        } catch (NumberFormatException notHex) {
          listener.error(
              shown + ":" + number + " Invalid symbol version " + version + ": Invalid argument");
        }
      }
    }
    table.addMadeUp();
  }

  private static long parseVersion(String version) {
    boolean marked = version.startsWith("0x") || version.startsWith("0X");
    return Long.parseUnsignedLong(marked ? version.substring(2) : version, 16);
  }

  /**
   * Reads lines such as {@code c0294200 R __ksymtab_devfs_alloc_devnum}; other symbols are not
   * exported, and are skipped.
   *
   * @param shown the file's name for messages
   */
  private void readSystemMap(Path file, String shown) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        int second = line.indexOf(' ') + 1;
        int third = second == 0 ? 0 : line.indexOf(' ', second) + 1;
        if (third == 0) {
          listener.error(shown + ":" + number + ": invalid line: " + line + "\n");
          continue;
        }
        String symbol = table.stripped(line.substring(third));
        if (symbol.startsWith(EXPORT)) {
          table.addBare(symbol.substring(EXPORT.length()), 0, SymbolTable.KERNEL);
        }
      }
    }
    table.addMadeUp();
  }
}
