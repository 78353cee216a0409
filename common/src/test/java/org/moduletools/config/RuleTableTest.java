package org.moduletools.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleTableTest {

  private static RuleTable table(String... names) {
    return new RuleTable(Stream.of(names)
        .map(name -> ModprobeRule.ofCommandLine(ModprobeCommand.ALIAS, name, "m"))
        .toList());
  }

  private static List<String> names(List<ModprobeRule> rules) {
    return rules.stream().map(ModprobeRule::name).toList();
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource({"abc, abc a* abc ab? [a]bc * a\\bc", "ab, a* * a?", "abcd, a* *", "x, *", "'', *"})
  void findsWhatMatchesInTheOrderOfTheRules(String name, String expected) {
    RuleTable table = table("abc", "a*", "abc", "ab?", "[a]bc", "*", "b*", "a\\bc", "abcde", "a?");

    assertThat(names(table.matching(name))).containsExactly(expected.split(" ", -1));
  }

  @Test
  void findsNamesLetterByLetter() {
    RuleTable table = table("b", "a", "a*", "b", "c");

    assertThat(names(table.named("a", "b"))).containsExactly("b", "a", "b");
    assertThat(names(table.named("b", "b"))).containsExactly("b", "b");
    assertThat(names(table.named("a*"))).containsExactly("a*");
    assertThat(names(table.named("d"))).isEmpty();
  }
}
