package org.moduletools.modulefile;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/** Spells out DER (X.690): each method returns one element, tag, length and content. */
final class Der {

  private Der() {}

  static byte[] element(int tag, byte[]... parts) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      content.writeBytes(part);
    }
    ByteArrayOutputStream element = new ByteArrayOutputStream();
    element.write(tag);
    if (content.size() >= 0x80) {
      element.write(0x82); // the length is in the next two bytes
      element.write(content.size() >> 8);
    }
    element.write(content.size());
    element.writeBytes(content.toByteArray());
    return element.toByteArray();
  }

  static byte[] sequence(byte[]... parts) {
    return element(0x30, parts);
  }

  static byte[] set(byte[]... parts) {
    return element(0x31, parts);
  }

  /** The bytes of the number, or of anything else, as digits. */
  static byte[] hex(int tag, String digits) {
    return element(tag, HexFormat.of().parseHex(digits));
  }

  static byte[] integer(String digits) {
    return hex(0x02, digits);
  }

  static byte[] octets(String digits) {
    return hex(0x04, digits);
  }

  static byte[] oid(String digits) {
    return hex(0x06, digits);
  }

  static byte[] utf8(String text) {
    return element(0x0c, text.getBytes(US_ASCII));
  }
}
