package org.moduletools.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each damage is told with its place, whatever the question that meets it. */
class DamagedIndexTest {

  private static final String HEADER = "b007f457 00020001 ";

  /** A question that leads through the whole of an index with keys of a, b and *. */
  private static void walk(Trie trie) throws IOException {
    trie.forEachText((key, value) -> {});
  }

  private static Trie trie(String... spelled) throws IOException {
    return new Trie(new MemoryBytes(Spelled.bytes(spelled)));
  }

  static Stream<Arguments> damages() {
    return Stream.of(
        Arguments.of("root in the header", "20000004", "", "reference to a node outside", 4),
        Arguments.of("root without position", "80000000", "", "reference to a node outside", 0),
        Arguments.of("root far away", "2fffffff", "", "reference to a node outside", 0xfffffff),
        Arguments.of("root behind the end", "0000000d", "", "reference to a node outside", 13),
        Arguments.of("nothing of the root there", "2000000c", "", "index ends early", 12),
        Arguments.of("child far away", "2000000c", "61 61 400000ff", "reference to a node", 255),
        Arguments.of("prefix without NUL", "8000000c", "'abc'", "index ends early", 15),
        Arguments.of("zeros for a prefix", "8000000c", "00 00 00 00", "an empty prefix", 12),
        Arguments.of("zeros for children", "2000000c", "00 00 00 00 00 00", "impossible range", 12),
        Arguments.of("zeros for values", "4000000c", "00000000 00", "values that has none", 12),
        Arguments.of("children end before they begin", "2000000c", "62 61", "impossible range", 12),
        Arguments.of("children above 7 bits", "2000000c", "61 80", "impossible range", 12),
        Arguments.of("references cut off", "2000000c", "61 62 00000000", "index ends early", 18),
        Arguments.of("count cut off", "4000000c", "0000", "index ends early", 14),
        Arguments.of("count too large", "4000000c", "ffffffff 00000000 00", "more values", 12),
        Arguments.of(
            "count one too large", "4000000c", "00000002 00000000 'v' 00", "index ends early", 22),
        Arguments.of("priority cut off", "4000000c", "00000001 0000", "index ends early", 18),
        Arguments.of(
            "value without NUL", "4000000c", "00000001 00000000 'v'", "index ends early", 21),
        Arguments.of("root its own child", "2000000c", "61 61 2000000c", "in circles", 12));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("damages")
  void namesWhatIsWrongAndWhere(String name, String root, String rest, String wrong, int offset)
      throws IOException {
    Trie trie = rest.isEmpty() ? trie(HEADER + root) : trie(HEADER + root, rest);

    assertThatThrownBy(() -> walk(trie))
        .isInstanceOf(IndexFormatException.class)
        .hasMessageMatching(".*" + wrong + ".*: offset=" + offset);
  }

  @Test
  void refusesWhatIsNoIndex() {
    assertThatThrownBy(() -> trie("7f 'ELF' 00020001 2000000c"))
        .isInstanceOf(IndexFormatException.class)
        .hasMessage("not an index: offset=0");
  }

  @Test
  void refusesAnotherMajorVersion() {
    assertThatThrownBy(() -> trie("b007f457 00030001 0000000c"))
        .isInstanceOf(IndexFormatException.class)
        .hasMessage("index of an unknown version: offset=4");
  }

  @Test
  void looksUpWhatIsSoundBesideDamage() throws IOException {
    Trie trie = trie(
        HEADER + "2000000c",
        "61 62 40000016 2fffffff", // at 12: a leads to 22, b nowhere
        "00000001 00000000 'v' 00"); // at 22

    assertThat(trie.search("a")).contains("v");
    assertThat(trie.searchWild("a")).containsExactly("v");
    assertThatThrownBy(() -> trie.search("b")).isInstanceOf(IndexFormatException.class);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"2a", "3f", "5b"}) // * ? [
  void endsASearchForPatternsThatRunInCircles(String wildcard) throws IOException {
    Trie trie = trie(
        HEADER + "2000000c",
        wildcard + " " + wildcard + " 20000012", // at 12: the wildcard leads to 18
        "61 61 20000012"); // at 18: a leads here again

    assertThatThrownBy(() -> trie.searchWild("aaaa"))
        .isInstanceOf(IndexFormatException.class)
        .hasMessage("nodes overlap or run in circles: offset=18");
  }

  @Test
  void endsALiteralSearchInACircleWithTheKey() throws IOException {
    Trie trie = trie(HEADER + "2000000c", "61 61 2000000c");

    assertThat(trie.search("a".repeat(10_000))).isEmpty();
    assertThat(trie.searchWild("a".repeat(10_000))).isEmpty();
  }

  /** Two references from each of 64 nodes to the next: 2 to the power of 64 ways to the last. */
  @Test
  void endsAWalkThroughNodesThatShareTheirChildren() throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(12 + 64 * 10);
    bytes.putInt(IndexFormat.MAGIC).putInt(IndexFormat.VERSION).putInt(0x2000000c);
    for (int node = 0; node < 64; node++) {
      int next = node == 63 ? 0 : 0x20000000 | (bytes.position() + 10);
      bytes.put((byte) 'a').put((byte) 'b').putInt(next).putInt(next);
    }
    Trie trie = new Trie(new MemoryBytes(bytes.array()));

    assertThatThrownBy(() -> walk(trie))
        .isInstanceOf(IndexFormatException.class)
        .hasMessageContaining("nodes overlap or run in circles");
  }

  /**
   * 20000 nodes below one another, with a value each: the keys would have 200 million characters.
   */
  @Test
  void refusesKeysThatTogetherAreImpossiblyLong() throws IOException {
    int nodes = 20_000;
    int nodeBytes = 2 + 4 + 4 + 5;
    ByteBuffer bytes = ByteBuffer.allocate(12 + nodes * nodeBytes);
    bytes.putInt(IndexFormat.MAGIC).putInt(IndexFormat.VERSION).putInt(0x6000000c);
    for (int node = 1; node <= nodes; node++) {
      bytes.put((byte) 'a').put((byte) 'a');
      bytes.putInt(node == nodes ? 0 : 0x60000000 | (12 + node * nodeBytes));
      bytes.putInt(1).putInt(0).put((byte) 0);
    }
    Trie trie = new Trie(new MemoryBytes(bytes.array()));

    assertThatThrownBy(() -> walk(trie))
        .isInstanceOf(IndexFormatException.class)
        .hasMessageContaining("keys of an impossible length");
  }

  /** A star and 20000 nodes below one another, and a name that takes 1,563 words of positions. */
  @Test
  void boundsTheMemoryOfASearchForPatterns() throws IOException {
    int nodes = 20_000;
    ByteBuffer bytes = ByteBuffer.allocate(12 + nodes * 6);
    bytes.putInt(IndexFormat.MAGIC).putInt(IndexFormat.VERSION).putInt(0x2000000c);
    for (int node = 1; node <= nodes; node++) {
      bytes.put((byte) '*').put((byte) '*');
      bytes.putInt(node == nodes ? 0 : 0x20000000 | (12 + node * 6));
    }
    Trie trie = new Trie(new MemoryBytes(bytes.array()));

    assertThatThrownBy(() -> trie.searchWild("a".repeat(100_000)))
        .isInstanceOf(IndexFormatException.class)
        .hasMessageContaining("keys of an impossible length");
  }
}
