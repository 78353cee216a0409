package org.moduletools.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndexBuilderTest {

  private final IndexBuilder index = new IndexBuilder();

  @Test
  void writesARootWithoutAnythingIfThereAreNoKeys() throws IOException {
    assertThat(index.toBytes())
        .isEqualTo(Spelled.bytes(
            "b007f457 00020001", // magic, version
            "0000000c")); // root: nothing, at the end
  }

  @Test
  void writesEachNodeBeforeItsChildren() throws IOException {
    index.add("bi_one", "", 0);
    index.add("bi_two", "", 0);

    assertThat(index.toBytes())
        .isEqualTo(Spelled.bytes(
            "b007f457 00020001 2000000c", // root: children, at 12
            "62 62 a0000012", // at 12: b leads to prefix and children at 18
            "'i_' 00 6f 74 c000002f", // at 18: prefix i_; o leads to prefix and values at 47
            "00000000 00000000 00000000 00000000", // p q r s lead nowhere
            "c000003b", // t leads to prefix and values at 59
            "'ne' 00 00000001 00000000 00", // at 47: one value, priority 0, empty
            "'wo' 00 00000001 00000000 00")); // at 59
  }

  @Test
  void writesPrefixThenChildrenThenValuesOfANode() throws IOException {
    index.add("abc", "w", 7);
    index.add("ab", "v", 8);

    assertThat(index.toBytes())
        .isEqualTo(Spelled.bytes(
            "b007f457 00020001 2000000c",
            "61 61 e0000012", // at 12: a leads to all three at 18
            "'b' 00", // at 18: prefix
            "63 63 40000024", // c leads to values at 36
            "00000001 00000008 'v' 00", // one value, priority 8
            "00000001 00000007 'w' 00")); // at 36
  }

  @Test
  void splitsANodeWhereAKeyDepartsFromItsPrefix() throws IOException {
    index.add("axyz", "1", 0);
    index.add("axq", "2", 1);
    index.add("ax", "3", 2);

    assertThat(index.toBytes())
        .isEqualTo(Spelled.bytes(
            "b007f457 00020001 2000000c",
            "61 61 e0000012", // at 12
            "'x' 00", // at 18: what all three have in common
            "71 79 40000044", // q leads to values at 68
            "00000000 00000000 00000000 00000000 00000000 00000000 00000000", // r to x
            "c000004e", // y leads to prefix and values at 78
            "00000001 00000002 '3' 00", // ax ends here
            "00000001 00000001 '2' 00", // at 68: axq
            "'z' 00 00000001 00000000 '1' 00")); // at 78: axyz
  }

  @Test
  void givesTheRootNoPrefixEvenIfAllKeysBeginAlike() throws IOException {
    index.add("a", "x", 0);

    assertThat(index.toBytes())
        .isEqualTo(Spelled.bytes(
            "b007f457 00020001 2000000c", // children, but no prefix
            "61 61 40000012", // at 12
            "00000001 00000000 'x' 00")); // at 18
  }

  @Test
  void ordersValuesByPriorityAndPutsALaterOneBeforeItsEqual() throws IOException {
    index.add("a", "last", 0xffffffff);
    index.add("a", "early", 1);
    index.add("a", "late", 1);
    index.add("a", "late", 1);
    index.add("a", "first", 0);

    assertThat(index.toBytes())
        .isEqualTo(Spelled.bytes(
            "b007f457 00020001 2000000c",
            "61 61 40000012", // at 12
            "00000005", // at 18: a duplicate counts
            "00000000 'first' 00",
            "00000001 'late' 00",
            "00000001 'late' 00",
            "00000001 'early' 00",
            "ffffffff 'last' 00"));
  }

  @Test
  void keepsAValueOfTheEmptyKeyAtTheRoot() throws IOException {
    index.add("", "v", 3);

    assertThat(index.toBytes())
        .isEqualTo(Spelled.bytes(
            "b007f457 00020001 4000000c", // values, at 12
            "00000001 00000003 'v' 00"));
  }

  @Test
  void takesKeysThatNestDeeply() throws IOException {
    for (int length = 1; length <= 3000; length++) {
      index.add("a".repeat(length), "v" + length, 0);
    }

    Trie trie = new Trie(new MemoryBytes(index.toBytes()));

    List<String> values = new ArrayList<>();
    trie.forEachText((key, value) -> values.add(value));
    assertThat(values).hasSize(3000).startsWith("v1", "v2").endsWith("v3000");
    assertThat(trie.search("a".repeat(2999))).contains("v2999");
  }

  @ParameterizedTest
  @ValueSource(strings = {"k\u00e9y", "\u0080", "a\u0000b", "\u20ac"})
  void refusesWhatIsNotSevenBitsOrHasANul(String text) throws IOException {
    assertThat(IndexBuilder.canHold(text)).isFalse();
    assertThat(index.add(text, "value", 0)).isFalse();
    assertThat(index.add("key", text, 0)).isFalse();
    assertThat(index.toBytes()).isEqualTo(new IndexBuilder().toBytes());
  }

  /** Compares with the order that the standard library gives. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void ordersKeysByTheirBytesWhateverOrderTheyCameIn(long seed) throws IOException {
    Random random = new Random(seed);
    TreeMap<String, List<String>> expected = new TreeMap<>();
    for (int i = 0; i < 2000; i++) {
      String key = "ab*".repeat(random.nextInt(12)) + (char) ('a' + random.nextInt(20)) + i % 7;
      index.add(key, "v" + i, 0);
      expected.computeIfAbsent(key, unused -> new ArrayList<>()).add(0, "v" + i);
    }

    TreeMap<String, List<String>> actual = new TreeMap<>();
    List<String> keys = new ArrayList<>();
    new Trie(new MemoryBytes(index.toBytes())).forEachText((key, value) -> {
      keys.add(key);
      actual.computeIfAbsent(key, unused -> new ArrayList<>()).add(value);
    });

    assertThat(actual).isEqualTo(expected);
    assertThat(keys).isSorted();
  }
}
