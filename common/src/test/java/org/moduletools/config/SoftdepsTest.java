package org.moduletools.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SoftdepsTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = """
          only pre                  | pre: a-b c            | pre: a-b c
          only post                 | post: y               | post: y
          both                      | pre: p1 p2 post: q1   | pre: p1 p2 post: q1
          post first                | post: a pre: b        | pre: b post: a
          alternating               | pre: a post: c pre: d | pre: a d post: c
          words before the first    | a b pre: c            | pre: c
          no lists                  | a b                   | ''
          empty lists               | pre: post:            | ''
          glued to its word         | pre: a pre:b post:c   | pre: a pre:b post:c
          case matters              | Pre: a post: b        | post: b
          """)
  void readsItsListsAndShowsThem(String name, String text, String shown) {
    assertThat(Softdeps.parse(text)).hasToString(shown);
  }

  static Stream<Arguments> blanks() {
    return Stream.of(
        arguments("blanks", "   "),
        arguments("tab", "\t"),
        arguments("vertical tab", "\u000B"),
        arguments("form feed", "\f"),
        arguments("carriage return", "\r"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("blanks")
  void isSeparatedByWhateverIsspaceTakes(String name, String blank) {
    Softdeps softdeps = Softdeps.parse("pre:" + blank + "a" + blank + "b\r");

    assertThat(softdeps.pre()).containsExactly("a", "b");
  }
}
