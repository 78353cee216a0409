package org.moduletools.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.moduletools.fuzz.Finding;
import org.moduletools.fuzz.MemoryFolder;
import org.moduletools.fuzz.Outcome;

/** A {@code .bin} index. A sound one, written again, must have the same entries. */
public final class IndexFileFuzz {

  private static final int LOOK_UPS = 8;

  private IndexFileFuzz() {}

  /** A key with one of its values. */
  private record Pair(String key, String value) {}

  /** Opens {@code input} as an index and uses all its methods. */
  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    try (MemoryFolder folder = new MemoryFolder()) {
      Path file = folder.put("modules.alias.bin", input);
      Optional<IndexFile> opened =
          outcome(() -> IndexFile.open(file)).value().orElse(Optional.empty());
      if (opened.isPresent()) {
        try (IndexFile index = opened.get()) {
          readAll(index);
        }
      }
    }
  }

  private static void readAll(IndexFile index) throws IOException {
    outcome(() -> index.searchWild("pci:v00008086d000010D3sv*"));
    Outcome<List<Pair>> all = outcome(() -> pairs(index::forEach));
    if (all.value().isEmpty()) {
      return;
    }
    List<Pair> pairs = all.value().get();
    for (Pair pair : pairs.subList(0, Math.min(pairs.size(), LOOK_UPS))) {
      Outcome<Optional<String>> found = outcome(() -> index.search(pair.key()));
      Finding.unless(found.value().isPresent(), "key is damaged: " + pair.key());
      outcome(() -> index.searchWild(pair.key()));
    }
    if (pairs.stream().allMatch(pair -> IndexBuilder.canHold(pair.key()))) {
      writeAgain(pairs);
    }
  }

  private static void writeAgain(List<Pair> pairs) throws IOException {
    IndexBuilder builder = new IndexBuilder();
    for (int i = 0; i < pairs.size(); i++) {
      builder.addText(pairs.get(i).key(), pairs.get(i).value(), i);
    }
    Trie again = new Trie(new MemoryBytes(builder.toBytes()));
    Finding.unlessEqual("what was written again", pairs, pairs(again::forEachText));
  }

  /** Shows all that an index has. */
  @FunctionalInterface
  private interface Source {
    void forEach(IndexFile.Visitor visitor) throws IOException;
  }

  private static List<Pair> pairs(Source source) throws IOException {
    List<Pair> pairs = new ArrayList<>();
    source.forEach((key, value) -> pairs.add(new Pair(key, value)));
    return pairs;
  }

  private static <T> Outcome<T> outcome(Outcome.Reading<T> reading) throws IOException {
    return Outcome.of(IndexFormatException.class, reading);
  }
}
