package org.moduletools.fuzz;

import java.io.IOException;
import java.util.Optional;

/**
 * The result of a reader: a value, or the exception that it documents. Two outcomes are equal if
 * their values are, or if they were refused for the same reason.
 *
 * @param value the value; nothing if the input was refused
 * @param refusal the message of the exception; empty if there is a value
 */
public record Outcome<T>(Optional<T> value, String refusal) {

  /** A reader and its input. */
  @FunctionalInterface
  public interface Reading<T> {
    /** Reads. */
    T read() throws IOException;
  }

  /**
   * Reads.
   *
   * @param documented what the reader may throw
   * @throws IOException any other, which is a finding
   */
  public static <T> Outcome<T> of(Class<? extends IOException> documented, Reading<T> reading)
      throws IOException {
    try {
      return new Outcome<>(Optional.of(reading.read()), "");
    } catch (IOException refused) {
      if (!documented.isInstance(refused)) {
        throw refused;
      }
      return new Outcome<>(Optional.empty(), String.valueOf(refused.getMessage()));
    }
  }
}
