package org.moduletools.pattern;

import java.util.BitSet;
import java.util.List;

/**
 * A part of an {@link ExtendedRegex}. From the set of positions where a match can begin it computes
 * the set where it can end, so that nothing is tried twice.
 */
sealed interface RegexNode {

  /** Returns the positions where a match can end that begins at one of {@code begins}. */
  BitSet ends(RegexSubject subject, BitSet begins);

  /** Does the same as a step of the search, and finds nothing once the search takes too long. */
  default BitSet step(RegexSubject subject, BitSet begins) {
    return subject.takeStep() ? ends(subject, begins) : new BitSet();
  }

  /** One character out of a set. */
  record OneOf(BitSet chars) implements RegexNode {

    @Override
    public BitSet ends(RegexSubject subject, BitSet begins) {
      BitSet ends = new BitSet();
      for (int i = begins.nextSetBit(0); i >= 0; i = begins.nextSetBit(i + 1)) {
        if (i < subject.length() && chars.get(subject.charAt(i))) {
          ends.set(i + 1);
        }
      }
      return ends;
    }
  }

  /** A place between two characters. */
  enum Anchor implements RegexNode {
    BEGINNING,
    END,
    WORD_BEGINNING,
    WORD_END,
    WORD_BOUNDARY,
    NO_WORD_BOUNDARY;

    @Override
    public BitSet ends(RegexSubject subject, BitSet begins) {
      BitSet ends = new BitSet();
      for (int i = begins.nextSetBit(0); i >= 0; i = begins.nextSetBit(i + 1)) {
        if (isAt(subject, i)) {
          ends.set(i);
        }
      }
      return ends;
    }

    private boolean isAt(RegexSubject subject, int position) {
      boolean before = subject.isWordAt(position - 1);
      boolean after = subject.isWordAt(position);
      return switch (this) {
        case BEGINNING -> position == 0;
        case END -> position == subject.length();
        case WORD_BEGINNING -> !before && after;
        case WORD_END -> before && !after;
        case WORD_BOUNDARY -> before != after;
        case NO_WORD_BOUNDARY -> before == after;
      };
    }
  }

  /** One part after the other; an empty sequence matches everywhere. */
  record Sequence(List<RegexNode> parts) implements RegexNode {

    @Override
    public BitSet ends(RegexSubject subject, BitSet begins) {
      BitSet ends = begins;
      for (RegexNode part : parts) {
        if (ends.isEmpty()) {
          return ends;
        }
        ends = part.step(subject, ends);
      }
      return ends;
    }
  }

  /** Any of several branches. */
  record Choice(List<RegexNode> branches) implements RegexNode {

    @Override
    public BitSet ends(RegexSubject subject, BitSet begins) {
      BitSet ends = new BitSet();
      for (RegexNode branch : branches) {
        ends.or(branch.step(subject, begins));
      }
      return ends;
    }
  }

  /**
   * A part several times.
   *
   * @param least how often at least
   * @param most how often at most
   */
  record Repeat(RegexNode part, int least, int most) implements RegexNode {

    @Override
    public BitSet ends(RegexSubject subject, BitSet begins) {
      BitSet ends = begins;
      for (int i = 0; i < least; i++) {
        BitSet next = part.step(subject, ends);
        if (next.equals(ends)) {
          break; // more rounds would change nothing
        }
        ends = next;
      }
      BitSet all = (BitSet) ends.clone();
      BitSet fresh = ends;
      for (int i = least; i < most && !fresh.isEmpty(); i++) {
        fresh = (BitSet) part.step(subject, fresh).clone();
        fresh.andNot(all);
        all.or(fresh);
      }
      return all;
    }
  }
}
