package org.moduletools.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Standard output, in colours on a terminal that has them, unless NO_COLOR is set
 * (https://no-color.org).
 */
public final class StyledOutput {

  /** The width of a terminal that does not report it. */
  private static final int USUAL_WIDTH = 80;

  private static final int LEAST_WIDTH = 40;

  /** The styles of text: sequences of ECMA-48, SGR. */
  public enum Style {
    PLAIN(""),
    STRONG("1"),
    FAINT("2"),
    GOOD("32"),
    WARNING("33"),
    BAD("31");

    private final String attributes;

    Style(String attributes) {
      this.attributes = attributes;
    }
  }

  private final PrintStream out;
  private final PrintStream bareOut;
  private final boolean hasColours;
  private final Escapes escapes;
  private final int width;

  /** Prints on the output of {@code host}. */
  public StyledOutput(Host host) {
    boolean isTerminal = host.machine().isTerminal(Host.OUT);
    Map<String, String> environment = host.environment();
    this.out = host.out();
    this.escapes = Escapes.ofTerminal(environment);
    this.bareOut = new PrintStream(host.bareOut(), true, StandardCharsets.ISO_8859_1);
    this.hasColours = isTerminal && wantsColours(environment);
    this.width = isTerminal ? width(environment) : Integer.MAX_VALUE;
  }

  private static boolean wantsColours(Map<String, String> environment) {
    return environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !environment.getOrDefault("TERM", "dumb").equals("dumb");
  }

  private static int width(Map<String, String> environment) {
    try {
      int columns = Integer.parseInt(environment.getOrDefault("COLUMNS", ""));
      return columns < LEAST_WIDTH ? USUAL_WIDTH : columns;
    } catch (NumberFormatException notTold) {
      return USUAL_WIDTH;
    }
  }

  /** Returns the greatest length of a line. */
  public int width() {
    return width;
  }

  /** Prints {@code text}. On a terminal its control characters are shown as {@code \\033}. */
  public void print(Style style, String text) {
    if (!hasColours || style == Style.PLAIN) {
      out.print(text);
      return;
    }
    out.flush();
    bareOut.print("\033[" + style.attributes + "m" + escapes.in(text) + "\033[0m");
    bareOut.flush();
  }
}
