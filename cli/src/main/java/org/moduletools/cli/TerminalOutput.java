package org.moduletools.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * An output that escapes control characters by {@link Escapes} if it is a terminal, and passes
 * every byte unchanged if not. Whether it is one is checked at the first such character, so hardly
 * ever.
 */
final class TerminalOutput extends OutputStream {

  private final OutputStream output;
  private final Escapes escapes;
  private final BooleanSupplier isTerminal;

  /** The first bytes of an incomplete character. */
  private byte[] held = {};

  /**
   * An output to {@code output}.
   *
   * @param output the output
   * @param isTerminal whether that is a terminal
   */
  TerminalOutput(OutputStream output, Escapes escapes, BooleanSupplier isTerminal) {
    this.output = output;
    this.escapes = escapes;
    this.isTerminal = isTerminal;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    int total = held.length + length;
    byte[] all = bytes;
    if (held.length + offset > 0) {
      all = Arrays.copyOf(held, total);
      System.arraycopy(bytes, offset, all, held.length, length);
    }
    int whole = total - escapes.unfinished(all, total);
    byte[] rest = Arrays.copyOfRange(all, whole, total);
    put(all, whole);
    held = rest;
  }

  private void put(byte[] bytes, int length) throws IOException {
    if (escapes.allHarmless(bytes, length) || !isTerminal.getAsBoolean()) {
      output.write(bytes, 0, length);
    } else {
      output.write(escapes.in(bytes, length));
    }
  }

  @Override
  public void flush() throws IOException {
    byte[] rest = held;
    held = new byte[0];
    put(rest, rest.length);
    output.flush();
  }
}
