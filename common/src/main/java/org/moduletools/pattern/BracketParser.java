package org.moduletools.pattern;

import java.util.BitSet;
import org.moduletools.pattern.RegexParser.BadExpression;

/**
 * Parses a bracket expression of a POSIX regular expression. A backslash is an ordinary character
 * there.
 */
final class BracketParser {

  private final RegexParser in;
  private final BitSet chars = new BitSet(CharacterClass.CHARACTERS);

  /** Begins after the opening bracket. */
  BracketParser(RegexParser in) {
    this.in = in;
  }

  /** Takes all up to the closing bracket, and it too; returns the characters that match. */
  BitSet parse() throws BadExpression {
    boolean negated = in.skip('^');
    do { // a bracket that comes first is an ordinary character
      element();
    } while (!in.skip(']'));
    return negated ? CharacterClass.not(chars) : chars;
  }

  private void element() throws BadExpression {
    char c = in.take();
    if (c == '[' && in.skip(':')) {
      chars.or(CharacterClass.named(in.takeUntil(":]")).orElseThrow(BadExpression::new));
      refuseRange();
      return;
    }
    char first = character(c);
    if (!in.skip('-')) {
      chars.set(first);
      return;
    }
    if (!in.isAtEnd() && in.peek() == ']') {
      chars.set(first);
      chars.set('-');
      return;
    }
    char last = rangeEnd();
    if (last < first) {
      throw new BadExpression();
    }
    chars.set(first, last + 1);
    refuseRange();
  }

  private char rangeEnd() throws BadExpression {
    char c = in.take();
    if (c == '[' && in.skip(':')) {
      throw new BadExpression();
    }
    return character(c);
  }

  /** Returns {@code c}, or the one in {@code [.c.]} or {@code [=c=]} if it begins one. */
  private char character(char c) throws BadExpression {
    if (c != '[') {
      return c;
    }
    String name;
    if (in.skip('.')) {
      name = in.takeUntil(".]");
    } else if (in.skip('=')) {
      name = in.takeUntil("=]");
    } else {
      return c;
    }
    if (name.length() != 1) {
      throw new BadExpression();
    }
    return name.charAt(0);
  }

  /** Neither a class nor a range can begin another range: {@code [a-c-e]}. */
  private void refuseRange() throws BadExpression {
    if (in.skip('-')) {
      if (in.isAtEnd() || in.peek() != ']') {
        throw new BadExpression();
      }
      chars.set('-');
    }
  }
}
