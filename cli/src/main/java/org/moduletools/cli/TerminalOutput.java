package org.moduletools.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * An output that shows control characters by {@link Escapes} if it is a terminal, and hands on
 * every byte as it is if not. Whether it is one is asked when the first such character comes, so
 * hardly ever.
 */
final class TerminalOutput extends OutputStream {

  private final OutputStream output;
  private final Escapes escapes;
  private final BooleanSupplier isTerminal;

  /** The beginning of a character whose end has not come. */
  private byte[] held = {};

  /**
   * Makes one.
   *
   * @param output where all goes
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
