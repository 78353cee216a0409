package org.moduletools.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.Map;

/**
 * Shows control characters as a backslash and three octal digits, as ls(1) does, so that a text
 * from a module or a name can neither move a terminal's cursor nor set its title nor type for its
 * user: ECMA-48's C0, DEL, and C1, in one byte or in the two of UTF-8. Bytes that are no UTF-8 are
 * shown so too, since some terminals take some of them for commands.
 *
 * <p>Tabs remain, and NULs, which terminals ignore.
 *
 * @param utf8 whether the bytes are UTF-8; otherwise only ASCII is known to be harmless
 * @param lineEnds whether line ends are shown so too
 */
record Escapes(boolean utf8, boolean lineEnds) {

  /** For a line of a log, in which a text must not begin another line. */
  static final Escapes OF_A_LINE = new Escapes(true, true);

  private static final int DEL = 0x7f;

  /** C1 in UTF-8: this byte, then one from 0x80 to 0x9f. */
  private static final int C1_LEAD = 0xc2;

  private static final int LAST_C1 = 0x9f;

  /** Returns the escapes for the terminal of a process with these variables (locale(7)). */
  static Escapes ofTerminal(Map<String, String> environment) {
    for (String variable : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
      String locale = environment.getOrDefault(variable, "");
      if (!locale.isEmpty()) {
        String name = locale.toLowerCase(Locale.ROOT).replace("-", "");
        return new Escapes(name.contains(".utf8"), false);
      }
    }
    return new Escapes(false, false);
  }

  /** Returns {@code text}, which has a char for each byte, without control characters. */
  String in(String text) {
    byte[] bytes = text.getBytes(ISO_8859_1);
    return new String(in(bytes, bytes.length), ISO_8859_1);
  }

  /** Returns whether the first {@code length} of {@code bytes} can be shown as they are. */
  boolean allHarmless(byte[] bytes, int length) {
    return skipHarmless(bytes, 0, length) == length;
  }

  /** Returns the first {@code length} of {@code bytes} without control characters. */
  byte[] in(byte[] bytes, int length) {
    int at = skipHarmless(bytes, 0, length);
    ByteArrayOutputStream shown = new ByteArrayOutputStream(length + length / 8);
    int begin = 0;
    while (at < length) {
      shown.write(bytes, begin, at - begin);
      shown.writeBytes(String.format(Locale.ROOT, "\\%03o", bytes[at] & 0xff).getBytes(US_ASCII));
      begin = at + 1;
      at = skipHarmless(bytes, begin, length);
    }
    shown.write(bytes, begin, length - begin);
    return shown.toByteArray();
  }

  /**
   * Returns the position of the first byte to be escaped, from {@code begin} on, or {@code end}.
   */
  private int skipHarmless(byte[] bytes, int begin, int end) {
    int at = begin;
    while (at < end) {
      int length = isPrintable(bytes[at]) ? 1 : harmless(bytes, at, end);
      if (length == 0) {
        return at;
      }
      at += length;
    }
    return end;
  }

  private static boolean isPrintable(byte b) {
    return b >= ' ' && b < DEL;
  }

  /**
   * Returns the length of the harmless character at {@code at}, which is not printable ASCII, or 0
   * if there is none.
   */
  private int harmless(byte[] bytes, int at, int end) {
    int first = bytes[at] & 0xff;
    if (first < 0x80) {
      return isHarmlessControl(first) ? 1 : 0;
    }
    int length = utf8 ? Utf8.length(first) : 0;
    if (length == 0 || length > end - at || !Utf8.isWhole(bytes, at, length)) {
      return 0;
    }
    return first == C1_LEAD && (bytes[at + 1] & 0xff) <= LAST_C1 ? 0 : length;
  }

  private boolean isHarmlessControl(int ascii) {
    return ascii == '\t' || ascii == '\0' || (ascii == '\n' && !lineEnds);
  }

  /** Returns how many of the first {@code length} bytes begin a character that ends after them. */
  int unfinished(byte[] bytes, int length) {
    for (int back = 1; utf8 && back < Utf8.MAX_LENGTH && back <= length; back++) {
      if (Utf8.length(bytes[length - back] & 0xff) > back
          && Utf8.isWhole(bytes, length - back, back)) {
        return back;
      }
    }
    return 0;
  }
}
