package org.moduletools.modulefile;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/** The form in which {@link ModuleDescription} has bytes. */
final class HexBytes {

  private static final HexFormat FORM = HexFormat.ofDelimiter(":").withUpperCase();

  private HexBytes() {}

  /** Returns all of {@code bytes}, such as {@code 0A:FF}. */
  static String of(byte[] bytes) {
    return FORM.formatHex(bytes);
  }

  /** Returns what remains of {@code bytes}, which is not read by this. */
  static String of(ByteBuffer bytes) {
    byte[] copy = new byte[bytes.remaining()];
    bytes.duplicate().get(copy);
    return FORM.formatHex(copy);
  }
}
