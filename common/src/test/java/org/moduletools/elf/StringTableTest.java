package org.moduletools.elf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StringTableTest {

  private static StringTable table(String text) {
    byte[] bytes = ("before" + text + "\0after").getBytes(ISO_8859_1);
    return new StringTable(ByteBuffer.wrap(bytes, 6, text.length()));
  }

  @Test
  void endsAStringAtItsNulOrAtTheEndOfTheTable() {
    for (int length = 0; length < 40; length++) {
      String text = "\u00fftext\u0001".repeat(7).substring(0, length);

      assertThat(table("x" + text + "\0y").end(1)).isEqualTo(1 + length);
      assertThat(table("x" + text).end(1)).isEqualTo(1 + length);
    }
  }

  /** Compares with the search of the standard library. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void findsTheFirstOfABytesOccurrences(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 2000; i++) {
      byte[] bytes = new byte[random.nextInt(40)];
      for (int at = 0; at < bytes.length; at++) {
        bytes[at] = (byte) (random.nextInt(6) * 51); // 0, 0xff and four between
      }
      String text = new String(bytes, ISO_8859_1);
      byte sought = (byte) (random.nextInt(6) * 51);
      int from = random.nextInt(bytes.length + 1);
      int to = from + random.nextInt(bytes.length - from + 1);

      int expected = text.substring(0, to).indexOf(sought & 0xff, from);
      assertThat(table(text).indexOf(sought, from, to)).isEqualTo(expected < 0 ? to : expected);
    }
  }

  @Test
  void beginsAStringWithItsFirstEightBytes() {
    assertThat(table("abc\0defgh").beginning(0)).isEqualTo(0x636261L);
    assertThat(table("x\0\u0081\u00ff").beginning(2)).isEqualTo(0xff81L);
    assertThat(table("123456789").beginning(0)).isEqualTo(0x3837363534333231L);
    assertThat(table("123456789").beginning(1)).isEqualTo(0x3938373635343332L);
    assertThat(table("\0\u0001bcdefgh").beginning(0)).isZero();
  }
}
