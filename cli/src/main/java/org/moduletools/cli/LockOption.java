package org.moduletools.cli;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The option of programs that wait for the lock on /proc/modules. */
public final class LockOption {

  /** The default time limit. */
  private static final String DEFAULT_SECONDS = "30";

  /** The variable with the time limit, for programs that other programs start. */
  private static final String VARIABLE = "MODULE_TOOLS_LOCK_TIMEOUT";

  @Option(
      names = "--lock-timeout",
      paramLabel = "SECONDS",
      converter = SecondsConverter.class,
      description = "Wait so long at most for other loads or removals; 0: do not wait. Default: "
          + VARIABLE + " of the environment, or " + DEFAULT_SECONDS + ".")
  private @Nullable Duration timeout;

  /**
   * Returns the time limit: that of the option, else of the environment of {@code host}, else the
   * default. A variable that is no number of seconds is ignored with a warning.
   */
  public Duration timeout(Host host, Messages messages) {
    if (timeout != null) {
      return timeout;
    }
    String seconds = host.environment().getOrDefault(VARIABLE, DEFAULT_SECONDS);
    return seconds(seconds).orElseGet(() -> {
      messages.warning(VARIABLE + ": '" + seconds + "' is no number of seconds; waiting for "
          + DEFAULT_SECONDS + " at most");
      return seconds(DEFAULT_SECONDS).orElseThrow();
    });
  }

  /** Reads seconds, fractions allowed. */
  private static Optional<Duration> seconds(String text) {
    return text.matches("\\d{1,9}(\\.\\d{1,9})?")
        ? Optional.of(Duration.ofNanos((long) (Double.parseDouble(text) * 1e9)))
        : Optional.empty();
  }

  /** Reports a value that is no number of seconds as an error of the command line. */
  static final class SecondsConverter implements ITypeConverter<Duration> {

    @Override
    public Duration convert(String value) {
      return seconds(value)
          .orElseThrow(
              () -> new TypeConversionException("'" + value + "' is no number of seconds"));
    }
  }
}
