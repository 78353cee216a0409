package org.moduletools.devicetable;

import java.util.ArrayList;
import java.util.List;

/**
 * A range of USB device releases, four digits each, as a row of patterns that together match just
 * the numbers in it (Linux 6.1, scripts/mod/file2alias.c: do_usb_entry_multi).
 *
 * <p>Releases are meant to be decimal digits. Where the range has others, it is taken as
 * hexadecimal.
 *
 * <p>The patterns peel the range off from both ends, last digit first: what is left of 0123 to 0456
 * is 0123 to 0129 and 0450 to 0456, then 013 to 019 and 040 to 044, then 02 to 03.
 */
final class BcdRange {

  private static final int DIGITS = 4;
  private static final long UNBOUNDED = 0xffffffffL;
  private static final long HIGHEST_DECIMAL = 0x9999;

  private final int maxDigit;
  private final List<String> patterns = new ArrayList<>();

  private BcdRange(long low, long high) {
    this.maxDigit = isDecimal(low, high) ? 9 : 15;
    split(low, high);
  }

  /** Returns the range that a record matches. */
  static BcdRange of(DeviceRecord record) {
    return new BcdRange(
        record.flag("match_flags", 0x0004) ? record.number("bcdDevice_lo") : 0,
        record.flag("match_flags", 0x0008) ? record.number("bcdDevice_hi") : UNBOUNDED);
  }

  /** Returns the patterns in the order in which the kernel's build writes them. */
  List<String> patterns() {
    return List.copyOf(patterns);
  }

  private static boolean isDecimal(long low, long high) {
    long end = Math.min(high, HIGHEST_DECIMAL);
    for (int shift = 0; shift < 4 * DIGITS; shift += 4) {
      if ((low >> shift & 0xf) > 9 || (end >> shift & 0xf) > 9) {
        return false;
      }
    }
    return true;
  }

  private void split(long from, long to) {
    long low = from;
    long high = to;
    for (int digits = DIGITS - 1; low <= high; digits--) {
      int lowDigit = (int) (low & 0xf);
      int highDigit = (int) Math.min(high & 0xf, maxDigit);
      low >>= 4;
      high >>= 4;
      if (low == high || digits == 0) {
        patterns.add(pattern(low, digits, lowDigit, highDigit));
        return;
      }
      if (lowDigit > 0) {
        patterns.add(pattern(low, digits, lowDigit, maxDigit));
        low = plus(low, 1);
      }
      if (highDigit < maxDigit) {
        patterns.add(pattern(high, digits, 0, highDigit));
        high = plus(high, -1);
      }
    }
  }

  /** Returns {@code digits} digits that are the same, one out of a range, and any. */
  private String pattern(long same, int digits, int low, int high) {
    StringBuilder pattern = new StringBuilder(digits == 0 ? "" : Modalias.hex(same, digits));
    if (low == high) {
      pattern.append(Modalias.hex(low, 1));
    } else if (low > 0 || high < maxDigit) {
      pattern.append('[').append(choice(low, high)).append(']');
    }
    return digits < DIGITS - 1 ? pattern.append('*').toString() : pattern.toString();
  }

  /** In ASCII the digits from 0 to F are two ranges. */
  private static String choice(int low, int high) {
    String range = Modalias.hex(low, 1) + "-" + Modalias.hex(high, 1);
    if (low > 9 || high < 10) {
      return range;
    }
    return (low < 9 ? Modalias.hex(low, 1) + "-9" : "9")
        + (high > 10 ? "A-" + Modalias.hex(high, 1) : "A");
  }

  /** Returns {@code value}, of as many digits as a release, and one more or one less. */
  private long plus(long value, int step) {
    if (maxDigit > 9) {
      return value + step & UNBOUNDED;
    }
    long decimal = step;
    for (int digit = 0, weight = 1; digit < DIGITS; digit++, weight *= 10) {
      decimal += Math.min(value >> (4 * digit) & 0xf, 9) * weight;
    }
    long result = 0;
    for (int digit = 0; digit < DIGITS; digit++, decimal /= 10) {
      result |= (decimal % 10) << (4 * digit);
    }
    return result;
  }
}
