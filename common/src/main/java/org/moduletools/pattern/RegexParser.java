package org.moduletools.pattern;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.moduletools.pattern.RegexNode.Anchor;
import org.moduletools.pattern.RegexNode.Choice;
import org.moduletools.pattern.RegexNode.OneOf;
import org.moduletools.pattern.RegexNode.Repeat;
import org.moduletools.pattern.RegexNode.Sequence;

/**
 * Parses POSIX extended regular expressions. Undefined cases of POSIX are as in glibc 2.41,
 * including its {@code \w \W \s \S \b \B \< \> \` \'} (posix/regcomp.c).
 */
final class RegexParser {

  /** The greatest number in an interval (limits.h: RE_DUP_MAX). */
  private static final int MAX_REPEATS = 0x7fff;

  private final String expression;
  private int position;

  RegexParser(String expression) {
    this.expression = expression;
  }

  /** Thrown for an expression that regcomp refuses. */
  static final class BadExpression extends Exception {
    private static final long serialVersionUID = 1;
  }

  RegexNode parse() throws BadExpression {
    return choice(false);
  }

  /** Branches up to the end or, in a group, up to its parenthesis. */
  private RegexNode choice(boolean inGroup) throws BadExpression {
    List<RegexNode> branches = new ArrayList<>();
    branches.add(branch(inGroup));
    while (skip('|')) {
      branches.add(branch(inGroup));
    }
    return branches.size() == 1 ? branches.get(0) : new Choice(branches);
  }

  private RegexNode branch(boolean inGroup) throws BadExpression {
    List<RegexNode> parts = new ArrayList<>();
    while (!isAtEnd() && peek() != '|' && !(inGroup && peek() == ')')) {
      RegexNode part = part();
      parts.add(part instanceof Anchor ? part : repeated(part));
    }
    return new Sequence(parts);
  }

  /** A part without what repeats it. An anchor cannot be repeated. */
  private RegexNode part() throws BadExpression {
    char c = take();
    return switch (c) {
      case '(' -> group();
      case '[' -> new OneOf(new BracketParser(this).parse());
      case '.' -> new OneOf(CharacterClass.not(only('\0')));
      case '^' -> Anchor.BEGINNING;
      case '$' -> Anchor.END;
      case '\\' -> escape();
      case '*', '+', '?', '{' -> throw new BadExpression(); // nothing there to repeat
      default -> new OneOf(only(c));
    };
  }

  private RegexNode group() throws BadExpression {
    RegexNode inner = choice(true);
    expect(')');
    return inner;
  }

  private RegexNode escape() throws BadExpression {
    char c = take();
    return switch (c) {
      case 'w' -> new OneOf(CharacterClass.WORD);
      case 'W' -> new OneOf(CharacterClass.not(CharacterClass.WORD));
      case 's' -> new OneOf(CharacterClass.SPACE);
      case 'S' -> new OneOf(CharacterClass.not(CharacterClass.SPACE));
      case 'b' -> Anchor.WORD_BOUNDARY;
      case 'B' -> Anchor.NO_WORD_BOUNDARY;
      case '<' -> Anchor.WORD_BEGINNING;
      case '>' -> Anchor.WORD_END;
      case '`' -> Anchor.BEGINNING;
      case '\'' -> Anchor.END;
      case '1', '2', '3', '4', '5', '6', '7', '8', '9' -> throw new BadExpression();
      default -> new OneOf(only(c));
    };
  }

  private RegexNode repeated(RegexNode part) throws BadExpression {
    RegexNode repeated = part;
    while (!isAtEnd()) {
      if (skip('*')) {
        repeated = new Repeat(repeated, 0, Integer.MAX_VALUE);
      } else if (skip('+')) {
        repeated = new Repeat(repeated, 1, Integer.MAX_VALUE);
      } else if (skip('?')) {
        repeated = new Repeat(repeated, 0, 1);
      } else if (skip('{')) {
        repeated = interval(repeated);
      } else {
        break;
      }
    }
    return repeated;
  }

  /** {@code {n}}, {@code {n,}}, {@code {,m}} or {@code {n,m}}. */
  private RegexNode interval(RegexNode part) throws BadExpression {
    boolean hasLeast = isAtDigit();
    int least = hasLeast ? number() : 0;
    int most = least;
    if (skip(',')) {
      most = isAtDigit() ? number() : Integer.MAX_VALUE;
    } else if (!hasLeast) {
      throw new BadExpression();
    }
    expect('}');
    if (least > most) {
      throw new BadExpression();
    }
    return new Repeat(part, least, most);
  }

  private boolean isAtDigit() {
    return !isAtEnd() && peek() >= '0' && peek() <= '9';
  }

  private int number() throws BadExpression {
    int number = 0;
    while (isAtDigit()) {
      number = number * 10 + (take() - '0');
      if (number > MAX_REPEATS) {
        throw new BadExpression();
      }
    }
    return number;
  }

  private static BitSet only(char c) {
    BitSet set = new BitSet();
    set.set(c);
    return set;
  }

  boolean isAtEnd() {
    return position == expression.length();
  }

  /** Returns the next character, which is there. */
  char peek() {
    return expression.charAt(position);
  }

  /** Takes the next character, which must be there. */
  char take() throws BadExpression {
    if (isAtEnd()) {
      throw new BadExpression();
    }
    return expression.charAt(position++);
  }

  /** Takes the next character if it is {@code c}, and returns whether it was. */
  boolean skip(char c) {
    if (isAtEnd() || peek() != c) {
      return false;
    }
    position++;
    return true;
  }

  private void expect(char c) throws BadExpression {
    if (!skip(c)) {
      throw new BadExpression();
    }
  }

  /** Takes all up to {@code end}, which must be there, and {@code end} too. Returns the former. */
  String takeUntil(String end) throws BadExpression {
    int at = expression.indexOf(end, position);
    if (at < 0) {
      throw new BadExpression();
    }
    String taken = expression.substring(position, at);
    position = at + end.length();
    return taken;
  }
}
