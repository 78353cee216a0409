package org.moduletools.index;

import java.util.Arrays;

/**
 * The states of matching a pattern against a text, as sets of positions: bit p is set if the
 * pattern so far can match the text up to p. All positions advance at once, by a few operations on
 * words of 64 bits, so that the time does not depend on how many ways a star can match.
 *
 * <p>Several sets are in one array, each of {@link #words} words; {@code at} is the index where one
 * begins.
 */
final class TextPositions {

  private final int length;
  private final int words;

  /** For each character below {@link IndexFormat#EDGES} its positions in the text. */
  private final long[] standsAt;

  TextPositions(String text) {
    length = text.length();
    words = length / Long.SIZE + 1;
    standsAt = new long[IndexFormat.EDGES * words];
    for (int i = 0; i < length; i++) {
      if (text.charAt(i) < IndexFormat.EDGES) {
        standsAt[text.charAt(i) * words + i / Long.SIZE] |= 1L << i;
      }
    }
  }

  /** Returns the number of words in a set. */
  int words() {
    return words;
  }

  /** Makes the set at {@code at} that of {@code position} alone. */
  void only(long[] sets, int at, int position) {
    Arrays.fill(sets, at, at + words, 0);
    sets[at + position / Long.SIZE] = 1L << position;
  }

  boolean contains(long[] sets, int at, int position) {
    return (sets[at + position / Long.SIZE] & 1L << position) != 0;
  }

  boolean isEmpty(long[] sets, int at) {
    for (int i = at; i < at + words; i++) {
      if (sets[i] != 0) {
        return false;
      }
    }
    return true;
  }

  /** Advances the set at {@code at} over one element of a pattern: a star, {@code ?} or itself. */
  void advance(long[] sets, int at, char element) {
    if (element == '*') {
      addAllAfterFirst(sets, at);
      return;
    }
    long carry = 0;
    for (int word = 0; word < words; word++) {
      long standing = element == '?' ? inText(word) : standing(element, word);
      long matched = sets[at + word] & standing;
      sets[at + word] = matched << 1 | carry;
      carry = matched >>> (Long.SIZE - 1);
    }
  }

  private long standing(char element, int word) {
    return element < IndexFormat.EDGES ? standsAt[element * words + word] : 0;
  }

  /** Returns the positions of {@code word} that have a character. */
  private long inText(int word) {
    return word < words - 1 ? -1L : (1L << length) - 1;
  }

  private void addAllAfterFirst(long[] sets, int at) {
    int word = 0;
    while (word < words && sets[at + word] == 0) {
      word++;
    }
    if (word == words) {
      return;
    }
    sets[at + word] |= -Long.lowestOneBit(sets[at + word]);
    Arrays.fill(sets, at + word + 1, at + words, -1L);
    sets[at + words - 1] &= inText(words - 1) | 1L << length;
  }
}
