package org.moduletools.index;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.moduletools.module.Fnmatch;

/**
 * The keys and values of a text file, with the answers that its {@code .bin} twin gives: the text
 * has them in the order of the modules, which is that of the priorities.
 */
final class TextTable {

  /** Larger files are no real ones; those of a Debian kernel have 1.3 MB. */
  private static final long MAX_BYTES = 256L << 20;

  /** A key with one of its values. */
  private record Entry(String key, String value) {}

  private final List<Entry> entries = new ArrayList<>();

  void add(String key, String value) {
    entries.add(new Entry(key, value));
  }

  /** Returns the content of {@code file}, a character for each byte; empty if it is not there. */
  static String content(Path file) throws IOException {
    if (!Files.exists(file)) {
      return "";
    }
    if (Files.size(file) > MAX_BYTES) {
      throw new IOException(file + ": larger than " + MAX_BYTES + " bytes");
    }
    return new String(Files.readAllBytes(file), ISO_8859_1);
  }

  /** Returns the first value of {@code key}, as a list of one or none. */
  List<String> search(String key) {
    for (Entry entry : entries) {
      if (entry.key().equals(key)) {
        return List.of(entry.value());
      }
    }
    return List.of();
  }

  /** Returns the values of all keys that match {@code name}. */
  List<String> searchWild(String name) {
    List<String> values = new ArrayList<>();
    for (Entry entry : entries) {
      if (Fnmatch.matches(entry.key(), name)) {
        values.add(entry.value());
      }
    }
    return values;
  }

  /** Shows each key's values, keys in the order of their bytes. */
  void forEach(IndexFile.Visitor visitor) {
    Map<String, List<String>> byKey = new TreeMap<>();
    for (Entry entry : entries) {
      byKey.computeIfAbsent(entry.key(), key -> new ArrayList<>()).add(entry.value());
    }
    byKey.forEach((key, values) -> values.forEach(value -> visitor.visit(key, value)));
  }
}
