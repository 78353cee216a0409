package org.moduletools.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The expected answers are those of glibc's regcomp and regexec. */
class ExtendedRegexTest {

  private static final String RELEASE = "6.1.0-x";

  @ParameterizedTest(name = "/{0}/")
  @ValueSource(
      strings = {
        "",
        "6",
        "^6",
        "^6\\.1",
        "x$",
        "6.1.0-x$",
        "^",
        "$",
        "^^6",
        "()",
        "(6)",
        "(|z)",
        "z|6",
        "|6",
        "6||",
        "(^6)",
        "(z$)|x",
        "6+\\.1",
        "6++",
        "6*?",
        "z*",
        "z?6",
        "6{1}",
        "6{,1}",
        "z{,}",
        "6{1,}",
        "(1|\\.){2}",
        "\\-",
        "[6]",
        "[z6]",
        "[^z]",
        "[]6]",
        "[^]6]",
        "[a-]",
        "[--/]",
        "[%--]",
        "[0-9]+\\.[0-9]+",
        "[[:digit:]]",
        "[[:digit:]z]",
        "[[:digit:]-]",
        "[^[:digit:].-]",
        "[[.-.]]",
        "[[.w.]-y]",
        "[[=6=]]",
        "[.]",
        "[6&&z]",
        "6\\.1.*x",
        "\\<6",
        "x\\>",
        "\\b6",
        "\\w",
        "\\W",
        "\\S",
        "\\`6",
        "x\\'",
      })
  void findsWhatRegexecFinds(String expression) {
    assertThat(ExtendedRegex.compile(expression))
        .hasValueSatisfying(regex -> assertThat(regex.isFoundIn(RELEASE)).isTrue());
  }

  @ParameterizedTest(name = "/{0}/")
  @ValueSource(
      strings = {
        "z",
        "^1",
        "6$",
        "$6",
        "x^6",
        "6{2}",
        "6{1}{2}",
        "\\s",
        "[^6.10x-]",
        "X",
        "[[:upper:]]",
        "[6[x]z]",
        "6)",
        ")",
        "]",
        "}",
        "6}",
        "\\{",
        "6&&x",
        "#6",
        "\\d",
        "\\Q6",
        "\\x36",
        "6\\>1",
        "[\\]",
        "1\\B",
      })
  void doesNotFindWhatRegexecDoesNot(String expression) {
    assertThat(ExtendedRegex.compile(expression))
        .hasValueSatisfying(regex -> assertThat(regex.isFoundIn(RELEASE)).isFalse());
  }

  @ParameterizedTest(name = "/{0}/")
  @ValueSource(
      strings = {
        "*",
        "**",
        "*.x",
        "+6",
        "?",
        "{",
        "{1}",
        "(*6)",
        "(6|+)",
        "z|*6",
        "^*",
        "^+6",
        "$*",
        "\\b*",
        "(6",
        "(",
        "6{",
        "6{1",
        "6{1,",
        "6{x}",
        "6{ 1}",
        "6{2,1}",
        "6{32768}",
        "6\\",
        "\\1",
        "\\6",
        "[6",
        "[]",
        "[6-0]",
        "[a-c-e]",
        "[[:digit:]-z]",
        "[a-[:digit:]]",
        "[[:foo:]]",
        "[[:digit:]",
        "[[.hyphen.]]",
        "[[=ab=]]",
        "(?:6)",
        "(?i)X",
      })
  void refusesWhatRegcompRefuses(String expression) {
    assertThat(ExtendedRegex.compile(expression)).isEmpty();
  }

  @Test
  void takesNoReferenceBackToAGroup() {
    assertThat(ExtendedRegex.compile("(6)\\1")).isEmpty();
  }

  @Test
  void takesNoExpressionBeyondAThousandCharacters() {
    assertThat(ExtendedRegex.compile("6".repeat(1000))).isPresent();
    assertThat(ExtendedRegex.compile("6".repeat(1001))).isEmpty();
  }

  static Stream<Arguments> hostile() {
    return Stream.of(
        arguments("nested repeats", "(((((a{1,99}){1,99}){1,99}){1,99}){1,99})b"),
        arguments("stars upon stars", "a" + "*".repeat(900) + "b"),
        arguments("deep groups", "(".repeat(300) + "a*" + ")*".repeat(300) + "b"),
        arguments("many ways", "(a*)*".repeat(150) + "b"),
        arguments("empty branches", "(" + "|".repeat(900) + "){32767}b"));
  }

  @ParameterizedTest(name = "/{0}/")
  @MethodSource("hostile")
  void givesUpOnWhatIsMadeToTakeLong(String name, String expression) {
    assertThat(ExtendedRegex.compile(expression))
        .hasValueSatisfying(
            regex -> assertThat(regex.isFoundIn("a".repeat(255))).isFalse());
  }
}
