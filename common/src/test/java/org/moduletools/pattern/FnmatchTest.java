package org.moduletools.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What glibc 2.36 answers in the C locale; each row was put to it. */
class FnmatchTest {

  @ParameterizedTest(name = "{0} on {1}: {2}")
  @CsvSource({
    "'', '', true",
    "'', a, false",
    "a, '', false",
    "abc, abc, true",
    "abc, abcd, false",
    "?, a, true",
    "?, '', false",
    "*, '', true",
    "*, /etc/.x, true",
    "?a, .a, true",
    "a?b, a/b, true",
    "a*b*c, aXbYbZc, true",
    "a*b*c, aXbYbZ, false",
    "*?*?, a, false",
    "*?*?, ab, true",
    "pci:v00008086d*sv*bc03*i*, pci:v00008086d00000046sv000017AAsd00002192bc03sc00i00, true",
  })
  void takesStarsAndQuestionMarksForAnyCharacter(String pattern, String subject, boolean matches) {
    assertThat(Fnmatch.matches(pattern, subject)).isEqualTo(matches);
  }

  @ParameterizedTest(name = "{0} on {1}: {2}")
  @CsvSource({
    "'\\*', '*', true",
    "'\\*', a, false",
    "'a\\bc', abc, true",
    "'\\\\', '\\', true",
    "'\\', '\\', false",
    "'a\\', a, false",
    "'*\\', 'a\\', false",
  })
  void takesACharacterBehindABackslashLiterally(String pattern, String subject, boolean matches) {
    assertThat(Fnmatch.matches(pattern, subject)).isEqualTo(matches);
  }

  @ParameterizedTest(name = "{0} on {1}: {2}")
  @CsvSource({
    "[abc], b, true",
    "[abc], d, false",
    "[a-c], b, true",
    "[z-a], z, false",
    "[!a-c], d, true",
    "[!a-c], b, false",
    "[^a-c], d, true",
    "[^a-c], b, false",
    "[a^], ^, true",
    "[!a], '', false",
    "[]a], ], true",
    "[!]a], ], false",
    "[]-a], ^, true",
    "[[], [, true",
    "[a-], -, true",
    "[-a], -, true",
    "[--/], ., true",
    "[a-c-e], d, false",
    "[a-c-e], -, true",
    "[a\\-c], b, false",
    "[a\\-c], -, true",
    "[a-\\c], b, true",
    "[\\]], ], true",
    "[.], ., true",
    "a[/]b, a/b, true",
    "*[0-9]x*, a1b2x, true",
    "[à-ï], é, true",
    "[!a], é, true",
  })
  void knowsSetsRangesAndTheirNegation(String pattern, String subject, boolean matches) {
    assertThat(Fnmatch.matches(pattern, subject)).isEqualTo(matches);
  }

  @ParameterizedTest(name = "{0} has all of {1} and none of {2}")
  @CsvSource({
    "alpha, azAZ, '09_ é'",
    "digit, 09, aA_",
    "alnum, azAZ09, '_ '",
    "lower, az, AZ09",
    "upper, AZ, az09",
    "xdigit, 09afAF, gG",
    "blank, ' \t', '\u000b\r'",
    "space, ' \t\u000b\f\r', a",
    "cntrl, '\u0001\t\u007f', ' a'",
    "print, ' ~', '\t\u007f'",
    "graph, '!~', ' \u007f'",
    "punct, '!/:@[`{~', '09azAZ '",
  })
  void knowsTheCharacterClasses(String name, String members, String others) {
    assertThat(members.chars())
        .allMatch(c -> Fnmatch.matches("[[:" + name + ":]]", Character.toString(c)));
    assertThat(others.chars())
        .noneMatch(c -> Fnmatch.matches("[[:" + name + ":]]", Character.toString(c)));
  }

  @ParameterizedTest(name = "{0} on {1}: {2}")
  @CsvSource({
    "[[=a=]], a, true",
    "[[=a=]-c], b, false",
    "[[=a=]-c], -, true",
    "[[=]=]], ], true",
    "[[.a.]], a, true",
    "[[.a.]-c], b, true",
    "[a-[.c.]], b, true",
    "[[.-.]], -, true",
    "[[.].]], ], true",
    "[[:digit:]-z], -, true",
    "[[:digit:]-z], a, false",
    "[[:digit:][:upper:]_], X, true",
  })
  void knowsEquivalenceClassesAndCollatingSymbolsOfOneCharacter(
      String pattern, String subject, boolean matches) {
    assertThat(Fnmatch.matches(pattern, subject)).isEqualTo(matches);
  }

  @ParameterizedTest(name = "{0} on {1}: {2}")
  @CsvSource({
    "[, [, true",
    "[a, a, false",
    "[a, [a, true",
    "[!, [!, true",
    "[], [], true",
    "x*[a, xy[a, true",
    "[[:alpha:], [[:alpha:], false",
    "[[:z:], z, true",
    "a[b*c, a[bxc, true",
  })
  void takesABracketThatIsNotClosedLiterally(String pattern, String subject, boolean matches) {
    assertThat(Fnmatch.matches(pattern, subject)).isEqualTo(matches);
  }

  @ParameterizedTest(name = "{0} on {1}: {2}")
  @CsvSource({
    "[a-, [a-, false",
    "[a\\, [a\\, false",
    "[[., [[., false",
    "[[.xy.]a], a, false",
    "[a[.xy.]], a, true",
    "[[.a.]-], a, false",
    "[[.a.]-], -, true",
    "[a-[.cc.]], b, false",
    "[[:foo:]a], a, false",
    "[a[:foo:]], a, true",
    "[![:foo:]], x, false",
    "[a[:f], a, true",
    "[a[=], a, false",
    "[b[=], =, true",
    "[a[., a, false",
  })
  void answersAsGlibcToWhatIsMalformed(String pattern, String subject, boolean matches) {
    assertThat(Fnmatch.matches(pattern, subject)).isEqualTo(matches);
  }

  /** A matcher that goes back to each star would not end here. */
  @Test
  void takesNoTimeForManyStars() {
    String pattern = "*a".repeat(500) + "*b";
    String subject = "a".repeat(2000);

    assertThat(Fnmatch.matches(pattern, subject)).isFalse();
  }
}
