package org.moduletools.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KernelArgumentTest {

  private static List<String> words(String line) {
    return KernelArgument.of(line).stream().map(KernelArgument::text).toList();
  }

  @Test
  void endsAtBlanksOutsideOfQuotes() {
    assertThat(words(" a\tb=\"c d\" \"e=f g\" h\"i j\"\n"))
        .containsExactly("a", "b=\"c d\"", "\"e=f g\"", "h\"i j\"");
    assertThat(words("a\u00a0b")).containsExactly("a", "b");
    assertThat(words("  ")).isEmpty();
  }

  @Test
  void takesInAllThatFollowsAnOpenQuote() {
    List<KernelArgument> words = KernelArgument.of("x a=\"b c d=1 ");

    assertThat(words)
        .containsExactly(new KernelArgument("x", 0), new KernelArgument("a=\"b c d=1 ", 2));
    assertThat(words.get(0).isClosed()).isTrue();
    assertThat(words.get(1).isClosed()).isFalse();
    assertThat(words.get(1).end()).isEqualTo(13);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "-",
      value = {
        "a | a | -",
        "a= | a | ``",
        "a=b | a | b",
        "a=b=c | a | b=c",
        "=a | =a | -",
        "=a=b | =a | b",
        "a=\"b c\" | a | b c",
        "\"a=b c\" | a | b c",
        "\"a b\" | a b | -",
        "a=3\"4\" | a | 3\"4\"",
        "a=\"3\"4 | a | 3\"4",
        "a=\" | a | ``",
        "a=\"b c | a | b c",
        "\"a=b c | a | b c",
        "\"a=\"b\"\" | a | b\"",
        "\"a=b\"\" | a | b\"",
        "\" | `` | -",
      })
  void hasANameAndAValue(String text, String name, String value) {
    KernelArgument word = KernelArgument.of(text).get(0);

    assertThat(word.name()).isEqualTo(name);
    assertThat(word.value().orElse(null)).isEqualTo(value);
  }
}
