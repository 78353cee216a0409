package org.moduletools.diagnosis;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import org.moduletools.kernel.Errno;

/** Which values the kernel takes for a parameter of a type (include/linux/moduleparam.h). */
final class ParameterType {

  private static final String ARRAY = "array of ";

  /** The numbers' types: how many bits, negative if they have a sign. */
  private static final Map<String, Integer> BITS = Map.of(
      "byte", 8,
      "short", -16,
      "ushort", 16,
      "int", -32,
      "uint", 32,
      "hexint", 32,
      "ullong", 64);

  /** The longest text of a {@code charp} (kernel/params.c: param_set_charp). */
  static final int MAX_TEXT_BYTES = 1024;

  private ParameterType() {}

  /**
   * Returns the error with which the kernel refuses {@code value} for a parameter of {@code type},
   * or nothing if it takes it; nothing for types that only the module knows. {@code long} and
   * {@code ulong} count as having 64 bits.
   */
  static Optional<Errno> refusal(String type, String value) {
    if (!type.startsWith(ARRAY)) {
      return refusalOfOne(type, value);
    }
    String element = type.substring(ARRAY.length());
    for (String part : value.split(",", -1)) {
      Optional<Errno> refusal = refusalOfOne(element, part);
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    return Optional.empty();
  }

  /** Returns whether a comma may end a value. */
  static boolean takesComma(String type) {
    String element = type.startsWith(ARRAY) ? type.substring(ARRAY.length()) : type;
    return refusalOfOne(element, ",").isEmpty();
  }

  /** Returns whether the name alone, with no value, sets a parameter of {@code type}. */
  static boolean needsNoValue(String type) {
    return type.equals("bool") || type.equals("bint") || !isKnown(type);
  }

  private static boolean isKnown(String type) {
    return BITS.containsKey(type)
        || type.equals("long")
        || type.equals("ulong")
        || type.equals("invbool")
        || type.equals("charp")
        || type.equals("string")
        || type.startsWith(ARRAY);
  }

  private static Optional<Errno> refusalOfOne(String type, String value) {
    return switch (type) {
      case "bool", "invbool", "bint" ->
        isBoolean(value) ? Optional.empty() : Optional.of(Errno.EINVAL);
      case "long" -> refusalOfNumber(value, -64);
      case "ulong" -> refusalOfNumber(value, 64);
      case "charp" ->
        value.length() > MAX_TEXT_BYTES ? Optional.of(Errno.ENOSPC) : Optional.empty();
      default ->
        BITS.containsKey(type)
            ? refusalOfNumber(value, BITS.getOrDefault(type, 0))
            : Optional.empty();
    };
  }

  /** As lib/kstrtox.c: kstrtobool looks at the first one or two letters. */
  private static boolean isBoolean(String value) {
    if (value.isEmpty()) {
      return false;
    }
    char second = value.length() > 1 ? value.charAt(1) : '\0';
    return switch (value.charAt(0)) {
      case 'y', 'Y', 't', 'T', '1', 'n', 'N', 'f', 'F', '0', 'e', 'E', 'd', 'D' -> true;
      case 'o', 'O' -> second == 'n' || second == 'N' || second == 'f' || second == 'F';
      default -> false;
    };
  }

  /**
   * As lib/kstrtox.c: the base is 16 after 0x, 8 after 0, else 10. A number that 64 bits do not
   * hold is out of range whatever follows it; letters behind a smaller one are found before its
   * range is looked at.
   */
  private static Optional<Errno> refusalOfNumber(String value, int bits) {
    boolean isSigned = bits < 0;
    boolean isNegative = isSigned && value.startsWith("-");
    String digits = isNegative || value.startsWith("+") ? value.substring(1) : value;
    int base = base(digits);
    String plain = base == 16 ? digits.substring(2) : digits;
    int end = 0;
    while (end < plain.length() && Character.digit(plain.charAt(end), base) >= 0) {
      end++;
    }
    if (end == 0) {
      return Optional.of(Errno.EINVAL);
    }
    BigInteger number = new BigInteger(plain.substring(0, end), base);
    if (number.bitLength() <= Long.SIZE && end < plain.length()) {
      return Optional.of(Errno.EINVAL);
    }
    BigInteger beyond = BigInteger.ONE.shiftLeft(isSigned ? -bits - 1 : bits);
    int most = isNegative ? 0 : -1;
    return number.compareTo(beyond) <= most ? Optional.empty() : Optional.of(Errno.ERANGE);
  }

  private static int base(String digits) {
    if (digits.startsWith("0x") || digits.startsWith("0X")) {
      return 16;
    }
    return digits.length() > 1 && digits.startsWith("0") ? 8 : 10;
  }
}
