package org.moduletools.cli;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes characters that a terminal may take for a command, or cannot show, by JSON's own escapes.
 * The escapes of {@link Escapes}, which are no JSON, are then not needed. All other control
 * characters have been escaped before, and non-ASCII characters are in texts only.
 */
final class JsonEscapes extends Writer {

  private static final char DEL = 0x7f;
  private static final char LAST_C1 = 0x9f;

  private final Writer out;
  private final boolean utf8;
  private final BooleanSupplier asked;
  private @Nullable Boolean isTerminal;

  /**
   * A writer to {@code out}.
   *
   * @param out the output
   * @param utf8 whether a terminal shows UTF-8, or only ASCII is known to be harmless
   * @param isTerminal whether the output is a terminal; called when it first matters
   */
  JsonEscapes(Writer out, boolean utf8, BooleanSupplier isTerminal) {
    this.out = out;
    this.utf8 = utf8;
    this.asked = isTerminal;
  }

  @Override
  public void write(char[] text, int begin, int length) throws IOException {
    int from = begin;
    for (int i = begin; i < begin + length; i++) {
      if (isDoubtful(text[i]) && isTerminal()) {
        out.write(text, from, i - from);
        out.write(String.format(Locale.ROOT, "\\u%04x", (int) text[i]));
        from = i + 1;
      }
    }
    out.write(text, from, begin + length - from);
  }

  private boolean isDoubtful(char c) {
    return c >= DEL && (c <= LAST_C1 || !utf8);
  }

  private boolean isTerminal() {
    if (isTerminal == null) {
      isTerminal = asked.getAsBoolean();
    }
    return isTerminal;
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
