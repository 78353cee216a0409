package org.moduletools.modprobe;

import org.moduletools.work.Crew;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The option with the number of modules to load concurrently. */
final class JobsOption {

  @Option(
      names = "--jobs",
      paramLabel = "N",
      converter = NumberConverter.class,
      description = "Load up to N modules at the same time where they do not need each other;"
          + " 0: as many as there are processors. Default: 1.")
  private int number = 1;

  /** Returns the number of threads that load modules. */
  int threads() {
    return number == 0 ? Crew.OF_PROCESSORS.size() : number;
  }

  /** Reports a malformed number as an error of the command line. */
  static final class NumberConverter implements ITypeConverter<Integer> {

    private static final int MOST_DIGITS = 4;

    @Override
    public Integer convert(String value) {
      boolean isNumber = !value.isEmpty() && value.length() <= MOST_DIGITS;
      for (int i = 0; i < value.length(); i++) {
        isNumber &= value.charAt(i) >= '0' && value.charAt(i) <= '9';
      }
      if (!isNumber) {
        throw new TypeConversionException("'" + value + "' is no number from 0 to 9999");
      }
      return Integer.valueOf(value);
    }
  }
}
