package org.moduletools.index;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/** Bytes that a test spells out. */
final class Spelled {

  private Spelled() {}

  /**
   * Returns the bytes that words say: hexadecimal digits, or text in single quotes, which has no
   * blanks.
   */
  static byte[] bytes(String... lines) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (String word : String.join(" ", lines).split(" +", -1)) {
      bytes.writeBytes(
          word.startsWith("'")
              ? word.substring(1, word.length() - 1).getBytes(ISO_8859_1)
              : HexFormat.of().parseHex(word));
    }
    return bytes.toByteArray();
  }
}
