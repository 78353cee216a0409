package org.moduletools.config;

import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/** The named sets of characters of regular expressions, as the C locale has them. */
final class CharacterClass {

  /** How many characters there are: bytes. */
  static final int CHARACTERS = 256;

  /** Letters, digits and the underscore. */
  static final BitSet WORD = set(c -> isAlnum(c) || c == '_');

  /** The characters of isspace. */
  static final BitSet SPACE = set(CharacterClass::isSpace);

  private static final Map<String, BitSet> BY_NAME = Map.ofEntries(
      Map.entry("alnum", set(CharacterClass::isAlnum)),
      Map.entry("alpha", set(c -> isLower(c) || isUpper(c))),
      Map.entry("blank", set(c -> c == ' ' || c == '\t')),
      Map.entry("cntrl", set(c -> c < ' ' || c == 127)),
      Map.entry("digit", set(CharacterClass::isDigit)),
      Map.entry("graph", set(c -> c > ' ' && c < 127)),
      Map.entry("lower", set(CharacterClass::isLower)),
      Map.entry("print", set(c -> c >= ' ' && c < 127)),
      Map.entry("punct", set(c -> c > ' ' && c < 127 && !isAlnum(c))),
      Map.entry("space", SPACE),
      Map.entry("upper", set(CharacterClass::isUpper)),
      Map.entry("xdigit", set(c -> Character.digit(c, 16) >= 0 && c < 127)));

  private CharacterClass() {}

  /** Returns the set that {@code [:name:]} stands for, if there is one. Not to be changed. */
  static Optional<BitSet> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /** Returns every character that is not in {@code chars}. */
  static BitSet not(BitSet chars) {
    BitSet others = (BitSet) chars.clone();
    others.flip(0, CHARACTERS);
    return others;
  }

  private static BitSet set(IntPredicate contains) {
    BitSet set = new BitSet(CHARACTERS);
    for (int c = 0; c < CHARACTERS; c++) {
      if (contains.test(c)) {
        set.set(c);
      }
    }
    return set;
  }

  private static boolean isAlnum(int c) {
    return isLower(c) || isUpper(c) || isDigit(c);
  }

  private static boolean isLower(int c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isUpper(int c) {
    return c >= 'A' && c <= 'Z';
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isSpace(int c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }
}
