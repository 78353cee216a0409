package org.moduletools.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EscapesTest {

  private static final Escapes UTF8 = new Escapes(true, false);
  private static final Escapes ASCII = new Escapes(false, false);

  /** Returns a string with a char for each byte that {@code text} has in UTF-8. */
  private static String bytes(String text) {
    return new String(text.getBytes(UTF_8), ISO_8859_1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain",
        "tab\there",
        "two\nlines",
        "\0",
        "~",
        "J\u00f6rg \u00a0 \u20ac \ud83d\ude00"
      })
  void leavesTextAsItIs(String text) {
    assertThat(UTF8.in(bytes(text))).isEqualTo(bytes(text));
  }

  @Test
  void showsControlCharactersInOctal() {
    assertThat(UTF8.in("\033]0;title\007 \b\r\177 \001\037"))
        .isEqualTo("\\033]0;title\\007 \\010\\015\\177 \\001\\037");
  }

  @Test
  void showsTheSecondSetOfThemInBothForms() {
    assertThat(UTF8.in(bytes("\u0080 \u009b31m \u009f")))
        .isEqualTo("\\302\\200 \\302\\23331m \\302\\237");
    assertThat(UTF8.in("\u009b31m")).isEqualTo("\\23331m");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "\u00f6, \\366", // Latin-1
    "\u00c3, \\303", // a beginning alone
    "\u00e2\u0082x, \\342\\202x", // broken off
    "\u00c0\u009b, \\300\\233", // longer than need be
    "\u00e0\u0080\u009b, \\340\\200\\233",
    "\u00f0\u0080\u0082\u009b, \\360\\200\\202\\233",
    "\u00ed\u00a0\u0080, \\355\\240\\200", // a surrogate
    "\u00f4\u0090\u0080\u0080, \\364\\220\\200\\200", // beyond Unicode
    "\u00ff, \\377",
  })
  void showsWhatIsNoUtf8(String text, String shown) {
    assertThat(UTF8.in(text)).isEqualTo(shown);
  }

  @Test
  void showsEveryByteThatIsNotAsciiWhereTheTerminalMayTakeItForAnything() {
    assertThat(ASCII.in(bytes("J\u00f6rg"))).isEqualTo("J\\303\\266rg");
  }

  @Test
  void showsLineEndsInALineToo() {
    assertThat(Escapes.OF_A_LINE.in("one\ntwo\tthree")).isEqualTo("one\\012two\tthree");
  }

  @ParameterizedTest(name = "LC_ALL={0} LC_CTYPE={1} LANG={2}: {3}")
  @CsvSource({
    ",,, false",
    ",, de_DE.UTF-8, true",
    ",, C.utf8, true",
    ",, de_DE.utf8@euro, true",
    ",, de_DE, false",
    ", C, de_DE.UTF-8, false",
    "C.UTF-8, C, C, true",
    "'', '', C.UTF-8, true",
    "POSIX, , C.UTF-8, false",
  })
  void knowsTheTerminalByTheLocale(String all, String ctype, String lang, boolean utf8) {
    Map<String, String> environment = new HashMap<>();
    environment.put("LC_ALL", all);
    environment.put("LC_CTYPE", ctype);
    environment.put("LANG", lang);
    environment.values().removeIf(value -> value == null);

    assertThat(Escapes.ofTerminal(environment)).isEqualTo(new Escapes(utf8, false));
  }
}
