package org.moduletools.index;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.moduletools.fuzz.Finding;
import org.moduletools.pattern.Fnmatch;

/**
 * An index of lines {@code KEY VALUE}, whose look-ups must return what a linear search of the lines
 * returns.
 */
public final class IndexBuilderFuzz {

  private static final int LOOK_UPS = 4;

  private static final Comparator<Entry> IN_ORDER =
      Comparator.comparing(Entry::key).thenComparing(Entry::priority, Integer::compareUnsigned);

  private IndexBuilderFuzz() {}

  private record Entry(String key, String value, int priority) {}

  /** Makes an index of {@code input} and looks up its keys. */
  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    IndexBuilder builder = new IndexBuilder();
    List<Entry> entries = new ArrayList<>();
    for (String line : new String(input, StandardCharsets.ISO_8859_1).split("\n", -1)) {
      String[] words = line.split(" ", 2);
      Entry entry =
          new Entry(words[0], words.length < 2 ? "" : words[1], entries.size() * 0x9e3779b1);
      if (builder.add(entry.key(), entry.value(), entry.priority())) {
        entries.add(entry);
      }
    }
    check(new Trie(new MemoryBytes(builder.toBytes())), entries);
  }

  private static void check(Trie trie, List<Entry> entries) throws IOException {
    List<String> all = new ArrayList<>();
    trie.forEachText((key, value) -> all.add(key + " " + value));
    List<Entry> sorted = entries.stream().sorted(IN_ORDER).toList();
    List<String> expected =
        sorted.stream().map(entry -> entry.key() + " " + entry.value()).toList();
    Finding.unlessEqual("all", expected, all);
    for (Entry entry : entries.subList(0, Math.min(LOOK_UPS, entries.size()))) {
      String key = entry.key();
      Optional<String> first =
          sorted.stream().filter(other -> other.key().equals(key)).findFirst().map(Entry::value);
      Finding.unlessEqual("first value of " + key, first, trie.search(key));
      String name = key.replaceAll("[*?\\[]", "x"); // as modules and devices have them
      Finding.unlessEqual("matches of " + name, matches(entries, name), trie.searchWild(name));
      trie.searchWild(key);
    }
  }

  private static List<String> matches(List<Entry> entries, String name) {
    return entries.stream()
        .filter(entry -> matches(entry.key(), name))
        .sorted(Comparator.comparing(Entry::priority, Integer::compareUnsigned))
        .map(Entry::value)
        .toList();
  }

  private static boolean matches(String key, String name) {
    int wild = 0;
    while (wild < key.length() && "*?[".indexOf(key.charAt(wild)) < 0) {
      wild++;
    }
    return name.startsWith(key.substring(0, wild))
        && Fnmatch.matches(key.substring(wild), name.substring(wild));
  }
}
