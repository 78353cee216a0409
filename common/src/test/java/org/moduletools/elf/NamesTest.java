package org.moduletools.elf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class NamesTest {

  private final Names names = new Names();

  private int number(String text, int from, int to) {
    return names.number(new StringTable(ByteBuffer.wrap(text.getBytes(ISO_8859_1))), from, to);
  }

  @Test
  void numbersNamesAsTheyComeAndKnowsThemWhereverTheyStand() {
    assertThat(number("foo bar", 0, 3)).isZero();
    assertThat(number("foo bar", 4, 7)).isEqualTo(1);
    assertThat(number("a foo", 2, 5)).isZero();
    assertThat(number("foo bar", 0, 2)).isEqualTo(2);
    assertThat(number("", 0, 0)).isEqualTo(3);

    assertThat(names.count()).isEqualTo(4);
    assertThat(names.name(1)).isEqualTo("bar");
    assertThat(names.name(3)).isEmpty();
  }

  @Test
  void keepsEachByte() {
    number("\u00e9\u0001", 0, 2);

    assertThat(names.name(0)).isEqualTo("\u00e9\u0001");
  }

  @Test
  void growsWithWhatItIsGiven() {
    for (int i = 0; i < 20_000; i++) {
      String name = "name" + i;
      assertThat(number(name, 0, name.length())).isEqualTo(i);
    }

    assertThat(number("name123", 0, 7)).isEqualTo(123);
    assertThat(names.name(19_999)).isEqualTo("name19999");
    assertThat(names.count()).isEqualTo(20_000);
  }
}
