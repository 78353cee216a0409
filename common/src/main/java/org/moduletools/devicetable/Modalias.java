package org.moduletools.devicetable;

import java.util.Locale;

/**
 * An alias of a device, put together as the kernel's build does it: labels, each followed by a
 * number of as many hexadecimal digits as its width has, or by {@code *} (Linux 6.1,
 * scripts/mod/file2alias.c: ADD, add_wildcard).
 */
final class Modalias {

  private final DeviceRecord record;
  private final StringBuilder text;

  /** Begins an alias with {@code start}, such as {@code pci:}. */
  Modalias(String start, DeviceRecord record) {
    this.text = new StringBuilder(start);
    this.record = record;
  }

  /** Adds {@code label} and a member's value if {@code given}, else {@code *}. */
  Modalias add(String label, String member, boolean given) {
    text.append(label);
    if (given) {
      text.append(hex(record.number(member), 2 * record.numberBytes(member)));
    } else {
      text.append('*');
    }
    return this;
  }

  /** Adds a member's value unless it is {@code any}, of which as many bits count as it has. */
  Modalias unless(long any, String label, String member) {
    long mask = -1L >>> (Long.SIZE - 8 * record.numberBytes(member));
    return add(label, member, record.number(member) != (any & mask));
  }

  /** Adds a member's value if {@code match_flags} has {@code flag}. */
  Modalias flagged(long flag, String label, String member) {
    return add(label, member, record.flag("match_flags", flag));
  }

  /** Adds {@code text} as it stands. */
  Modalias literally(String literal) {
    text.append(literal);
    return this;
  }

  /** Returns the alias, open for labels that later kernels add. */
  String open() {
    return text.charAt(text.length() - 1) == '*' ? text.toString() : text + "*";
  }

  /** Returns the alias as it is. */
  String closed() {
    return text.toString();
  }

  /** Returns {@code value} in at least {@code digits} upper-case digits. */
  static String hex(long value, int digits) {
    String hex = Long.toHexString(value).toUpperCase(Locale.ROOT);
    return "0".repeat(Math.max(0, digits - hex.length())) + hex;
  }

  /**
   * Returns {@code value} in at least {@code digits} lower-case digits, as rows of maps have it.
   */
  static String lowerHex(long value, int digits) {
    return hex(value, digits).toLowerCase(Locale.ROOT);
  }
}
