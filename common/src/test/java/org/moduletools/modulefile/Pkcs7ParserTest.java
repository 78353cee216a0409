package org.moduletools.modulefile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Pkcs7ParserTest {

  /** As many as the longest signature that is read has room for, each of indefinite length. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({"a sequence, 0x30", "a set, 0x31", "octets in parts, 0x24", "a context, 0xa0"})
  void takesElementsInsideEachOtherForNoSignature(String what, int tag) {
    byte[] nested = new byte[1 << 20];
    for (int at = 0; at < nested.length; at += 2) {
      nested[at] = (byte) tag;
      nested[at + 1] = (byte) 0x80;
    }

    assertThat(Pkcs7Parser.parse(nested)).isEmpty();
  }
}
