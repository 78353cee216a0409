package org.moduletools.cli;

/** The bytes of a character in UTF-8 (RFC 3629, section 4). */
final class Utf8 {

  /** The most bytes of a character. */
  static final int MAX_LENGTH = 4;

  private Utf8() {}

  /** Returns the number of bytes of a character that begins with {@code first}; 0 if none does. */
  static int length(int first) {
    if (first < 0x80) {
      return 1;
    }
    if (first < 0xc2 || first > 0xf4) {
      return 0;
    }
    return first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  }

  /** Returns whether the {@code length} bytes from {@code at} are a character or begin one. */
  static boolean isWhole(byte[] bytes, int at, int length) {
    for (int i = 1; i < length; i++) {
      int least = 0x80;
      int most = 0xbf;
      if (i == 1) {
        switch (bytes[at] & 0xff) {
          case 0xe0 -> least = 0xa0; // less has a shorter form
          case 0xed -> most = 0x9f; // more are surrogates
          case 0xf0 -> least = 0x90;
          case 0xf4 -> most = 0x8f; // more is beyond Unicode
          default -> {}
        }
      }
      int next = bytes[at + i] & 0xff;
      if (next < least || next > most) {
        return false;
      }
    }
    return true;
  }
}
