package org.moduletools.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.moduletools.pattern.Fnmatch;

class IndexFileTest {

  /** bi_one and bi_two as kmod 33 and module-init-tools write them: the root comes last. */
  private static final byte[] ROOT_LAST = Spelled.bytes(
      "b007f457 00020001 20000042", // root: children, at 66
      "'ne' 00 00000001 00000000 '1' 00", // at 12: prefix and one value
      "'wo' 00 00000001 00000000 00", // at 25
      "'i_' 00 6f 74 c000000c", // at 37: prefix i_; o leads to 12
      "00000000 00000000 00000000 00000000 c0000019", // t leads to 25
      "62 62 a0000025"); // at 66: b leads to 37

  private final Path path =
      Jimfs.newFileSystem(Configuration.unix()).getPath("/work/modules.alias.bin");

  private IndexFile open(byte[] content) throws IOException {
    Files.write(path, content);
    return IndexFile.open(path).orElseThrow();
  }

  private static List<String> all(IndexFile index) throws IOException {
    List<String> all = new ArrayList<>();
    index.forEach((key, value) -> all.add(key + "=" + value));
    return all;
  }

  @ParameterizedTest(name = "{0} bytes")
  @CsvSource({"0, it is empty", "2, index ends early: offset=2", "11, not an index: offset=0"})
  void refusesWhatAPowerCutLeft(int sizeBytes, String wrong) throws IOException {
    Files.write(path, new byte[sizeBytes]);

    assertThatThrownBy(() -> IndexFile.open(path))
        .isInstanceOf(IndexFormatException.class)
        .hasMessage(wrong);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "modules.builtin.bin, modules.builtin",
    "modules.builtin.alias.bin, modules.builtin.modinfo"
  })
  void takesAnEmptyFileForNoIndexWhereDepmodHadNothingToMakeItFrom(String index, String source)
      throws IOException {
    Path empty = Files.createFile(path.resolveSibling(index));

    assertThat(IndexFile.open(empty)).isEmpty();
    Files.createFile(path.resolveSibling(source));
    assertThatThrownBy(() -> IndexFile.open(empty)).hasMessage("it is empty");
  }

  @Test
  void findsNoIndexWhereThereIsNoFile() throws IOException {
    assertThat(IndexFile.open(path)).isEmpty();
    assertThat(IndexFile.open(path.resolve("no/such/folder"))).isEmpty();
  }

  @Test
  void findsNothingInAnEmptyIndex() throws IOException {
    try (IndexFile index = open(Spelled.bytes("b007f457 00020001 0000000c"))) {
      assertThat(index.search("")).isEmpty();
      assertThat(index.search("a")).isEmpty();
      assertThat(index.searchWild("a")).isEmpty();
      assertThat(all(index)).isEmpty();
    }
  }

  @Test
  void followsReferencesToNodesBeforeTheirParents() throws IOException {
    try (IndexFile index = open(ROOT_LAST)) {
      assertThat(index.search("bi_one")).contains("1");
      assertThat(index.search("bi_two")).contains("");
      assertThat(index.searchWild("bi_one")).containsExactly("1");
      assertThat(all(index)).containsExactly("bi_one=1", "bi_two=");
    }
  }

  @ParameterizedTest(name = "<{0}>")
  @ValueSource(
      strings = {"", "b", "bi", "bi_", "bi_o", "bi_onee", "bi_p", "c", "bi_\u00ff", "\u20ac"})
  void findsNothingForAKeyThatIsNotThere(String key) throws IOException {
    try (IndexFile index = open(ROOT_LAST)) {
      assertThat(index.search(key)).isEmpty();
      assertThat(index.searchWild(key)).isEmpty();
    }
  }

  @Test
  void readsAnotherMinorVersion() throws IOException {
    byte[] content = ROOT_LAST.clone();
    content[7] = 9;

    try (IndexFile index = open(content)) {
      assertThat(index.search("bi_one")).contains("1");
    }
  }

  @Test
  void answersTheFirstOfSeveralValues() throws IOException {
    IndexBuilder builder = new IndexBuilder();
    builder.add("a", "second", 2);
    builder.add("a", "first", 1);

    try (IndexFile index = open(builder.toBytes())) {
      assertThat(index.search("a")).contains("first");
    }
  }

  /** Each row was put to modprobe -R of kmod 34, on a module that has these keys. */
  @ParameterizedTest(name = "{0}: {1} values")
  @CsvSource({
    "x_y:*, 3", // a pattern matches itself once
    "x_y:z, 3", // x_y:* twice and ***
    "s1?t, 2", // a backslash behind the first wildcard makes the next character literal
    "s1xt, 1",
    "'q\\bz', 3", // before the first wildcard it is an ordinary character
    "qbz, 1",
    "'q\\', 2",
    "zz, 1",
  })
  void matchesPatternsFromTheirFirstWildcardOn(String name, int values) throws IOException {
    IndexBuilder builder = new IndexBuilder();
    for (String key :
        List.of("x_y:*", "x_y:*", "s*\\?t*", "q\\b*", "q\\*", "***", "rtnl_link_dummy")) {
      builder.add(key, "dummy", 0);
    }

    try (IndexFile index = open(builder.toBytes())) {
      assertThat(index.searchWild(name)).hasSize(values);
    }
  }

  @Test
  void ordersMatchesByPriorityWhateverTheirPlaceInTheTrie() throws IOException {
    IndexBuilder builder = new IndexBuilder();
    builder.add("*", "unlisted", 0xffffffff);
    builder.add("a*", "third", 3);
    builder.add("ab", "first", 1);
    builder.add("a[b]", "second", 2);
    builder.add("?b", "fourth", 4);
    builder.add("b*", "never", 0);

    try (IndexFile index = open(builder.toBytes())) {
      assertThat(index.searchWild("ab"))
          .containsExactly("first", "second", "third", "fourth", "unlisted");
    }
  }

  /** Found are, in this order: * below the root, then a*b before a*, then a?, then ab. */
  @Test
  void putsOfEqualPrioritiesTheLastFoundFirst() throws IOException {
    IndexBuilder builder = new IndexBuilder();
    for (String key : List.of("ab", "a*", "a*b", "*", "a?")) {
      builder.add(key, key, 0);
    }
    builder.add("ab", "ab again", 0);

    try (IndexFile index = open(builder.toBytes())) {
      assertThat(index.searchWild("ab")).containsExactly("ab", "ab again", "a?", "a*", "a*b", "*");
    }
  }

  @Test
  void showsANodesOwnValuesBeforeItsChildren() throws IOException {
    IndexBuilder builder = new IndexBuilder();
    builder.add("b", "4", 0);
    builder.add("ab", "3", 0);
    builder.add("a", "2", 1);
    builder.add("a", "1", 0);
    builder.add("", "0", 0);

    try (IndexFile index = open(builder.toBytes())) {
      assertThat(all(index)).containsExactly("=0", "a=1", "a=2", "ab=3", "b=4");
    }
  }

  /** More than a megabyte, so that pages give way to others. */
  @Test
  void findsEverythingInALargeIndexAgain() throws IOException {
    Random random = new Random(3);
    Map<String, String> expected = new TreeMap<>();
    IndexBuilder builder = new IndexBuilder();
    for (int i = 0; i < 20_000; i++) {
      String key =
          String.format(Locale.ROOT, "pci:v%08Xd%04X", random.nextInt(), random.nextInt(1 << 16));
      expected.put(key, "value_of_number_" + i + "_".repeat(20));
    }
    expected.forEach((key, value) -> builder.add(key, value, 0));

    try (IndexFile index = open(builder.toBytes())) {
      assertThat(Files.size(path)).isGreaterThan(5 << 18);
      Map<String, String> found = new TreeMap<>();
      index.forEach(found::put);
      assertThat(found).isEqualTo(expected);
      for (String key : expected.keySet()) {
        assertThat(index.search(key)).contains(expected.get(key));
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void findsWhatALookAtEveryKeyFinds(long seed) throws IOException {
    Random random = new Random(seed);
    List<String> keys = new ArrayList<>();
    IndexBuilder builder = new IndexBuilder();
    for (int i = 0; i < 400; i++) {
      String key = randomText(random, "aab:_*?[]b");
      keys.add(key);
      builder.add(key, Integer.toString(i), i);
    }

    try (IndexFile index = open(builder.toBytes())) {
      for (int i = 0; i < 200; i++) {
        String name = randomText(random, "ab:_");
        assertThat(index.searchWild(name)).as(name).isEqualTo(matching(keys, name));
      }
      for (String key : keys) {
        assertThat(index.search(key)).contains(Integer.toString(keys.indexOf(key)));
      }
    }
  }

  private static String randomText(Random random, String alphabet) {
    StringBuilder text = new StringBuilder();
    for (int left = random.nextInt(7); left > 0; left--) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }

  private static List<String> matching(List<String> keys, String name) {
    List<String> numbers = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      if (Fnmatch.matches(keys.get(i), name)) {
        numbers.add(Integer.toString(i));
      }
    }
    return numbers;
  }
}
