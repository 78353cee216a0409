package org.moduletools.fuzz;

import java.util.Objects;

/** Thrown for a wrong value. */
public final class Finding extends AssertionError {

  private static final long serialVersionUID = 1L;

  private Finding(String what) {
    super(what);
  }

  /** Goes on if {@code is} equals {@code expected}. */
  public static void unlessEqual(String what, Object expected, Object is) {
    unless(Objects.equals(expected, is), what + " is " + is + " and not " + expected);
  }

  /** Goes on if {@code condition} holds. */
  public static void unless(boolean condition, String what) {
    if (!condition) {
      throw new Finding(what);
    }
  }
}
