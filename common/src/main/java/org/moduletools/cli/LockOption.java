package org.moduletools.cli;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The option of programs that wait for the lock on /proc/modules. */
public final class LockOption {

  /** How long is waited if the user does not say. */
  private static final String DEFAULT_SECONDS = "30";

  @Option(
      names = "--lock-timeout",
      paramLabel = "SECONDS",
      defaultValue = DEFAULT_SECONDS,
      converter = SecondsConverter.class,
      description = "Wait so long at most for other loads or removals; 0: do not wait. Default: "
          + DEFAULT_SECONDS + ".")
  private Duration timeout = Duration.ZERO;

  /** Returns how long to wait at most. */
  public Duration timeout() {
    return timeout;
  }

  /** Reads seconds, fractions allowed. */
  static final class SecondsConverter implements ITypeConverter<Duration> {

    @Override
    public Duration convert(String value) {
      if (!value.matches("\\d{1,9}(\\.\\d{1,9})?")) {
        throw new TypeConversionException("'" + value + "' is no number of seconds");
      }
      return Duration.ofNanos((long) (Double.parseDouble(value) * 1e9));
    }
  }
}
