package org.moduletools.pattern;

import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/** The named sets of characters in brackets, in the C locale. */
final class CharacterClass {

  /** How many characters there are: bytes. */
  static final int CHARACTERS = 256;

  /** Letters, digits and the underscore. */
  static final BitSet WORD = set(c -> Ctype.isAlnum(c) || c == '_');

  /** The characters of isspace. */
  static final BitSet SPACE = set(Ctype::isSpace);

  private static final Map<String, BitSet> BY_NAME = Map.ofEntries(
      Map.entry("alnum", set(Ctype::isAlnum)),
      Map.entry("alpha", set(Ctype::isAlpha)),
      Map.entry("blank", set(c -> c == ' ' || c == '\t')),
      Map.entry("cntrl", set(c -> c < ' ' || c == 127)),
      Map.entry("digit", set(Ctype::isDigit)),
      Map.entry("graph", set(c -> c > ' ' && c < 127)),
      Map.entry("lower", set(Ctype::isLower)),
      Map.entry("print", set(c -> c >= ' ' && c < 127)),
      Map.entry("punct", set(c -> c > ' ' && c < 127 && !Ctype.isAlnum(c))),
      Map.entry("space", SPACE),
      Map.entry("upper", set(Ctype::isUpper)),
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
}
