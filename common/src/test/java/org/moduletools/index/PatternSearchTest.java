package org.moduletools.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names around the length of a word of 64 bits, in which positions are kept. */
class PatternSearchTest {

  private static boolean matches(String pattern, String name) throws IOException {
    IndexBuilder index = new IndexBuilder();
    index.addText(pattern, "v", 0);
    return !new Trie(new MemoryBytes(index.toBytes())).searchWild(name).isEmpty();
  }

  @ParameterizedTest(name = "{0} characters")
  @ValueSource(ints = {1, 62, 63, 64, 65, 127, 128, 129, 300})
  void matchesNamesOfAnyLength(int length) throws IOException {
    String name = "a".repeat(length);

    assertThat(matches("*", name)).isTrue();
    assertThat(matches("*a", name)).isTrue();
    assertThat(matches("*b", name)).isFalse();
    assertThat(matches("*a*", name)).isTrue();
    assertThat(matches("?".repeat(length), name)).isTrue();
    assertThat(matches("?".repeat(length + 1), name)).isFalse();
    assertThat(matches("*" + name, name)).isTrue();
    assertThat(matches("*" + name + "a", name)).isFalse();
    assertThat(matches("*[a-c]", name)).isTrue();
    assertThat(matches("*[!a-c]", name)).isFalse();
  }

  @ParameterizedTest(name = "{0} against {1}: {2}")
  @CsvSource({
    "v*d*sv*, v1d2sv3, true",
    "v*d*sv*, v1d2s3, false",
    "*a*a*a, aaa, true",
    "*a*a*a, aa, false",
    "x*[0-4]y?, x12y4, true",
    "x*[0-4]y?, x15y4, false",
    "x*\\*y, x1*y, true",
    "x*\\*y, x11y, false",
    "*[a, z[a, true"
  })
  void matchesAsFnmatchDoes(String pattern, String name, boolean matches) throws IOException {
    assertThat(matches(pattern, name)).isEqualTo(matches);
  }
}
