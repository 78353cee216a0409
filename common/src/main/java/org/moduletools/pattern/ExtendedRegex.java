package org.moduletools.pattern;

import java.util.BitSet;
import java.util.Optional;

/**
 * A POSIX extended regular expression, as regcomp and regexec of the GNU C library take it in the C
 * locale: java.util.regex has another syntax, and its search can be made to take for ever.
 *
 * <p>Back references are not supported; POSIX no longer has them in extended expressions.
 */
public final class ExtendedRegex {

  /** The longest accepted expression; a kernel release has at most 64 characters. */
  private static final int MAX_LENGTH = 1000;

  private final RegexNode root;

  private ExtendedRegex(RegexNode root) {
    this.root = root;
  }

  /** Compiles {@code expression}. Returns nothing if it is malformed. */
  public static Optional<ExtendedRegex> compile(String expression) {
    if (expression.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    try {
      return Optional.of(new ExtendedRegex(new RegexParser(expression).parse()));
    } catch (RegexParser.BadExpression notOne) {
      return Optional.empty();
    }
  }

  /**
   * Returns whether any part of {@code text} matches. A search that takes too long finds nothing.
   */
  public boolean isFoundIn(String text) {
    BitSet everywhere = new BitSet();
    everywhere.set(0, text.length() + 1);
    return !root.ends(new RegexSubject(text), everywhere).isEmpty();
  }
}
