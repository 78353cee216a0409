package org.moduletools.devicetable;

import java.util.Optional;

/**
 * The name of a device table's symbol. MODULE_DEVICE_TABLE (include/linux/module.h) has made four
 * forms of names:
 *
 * <pre>
 *   __mod_BUS_device_table                         up to Linux 3.15, one table of a bus
 *   __mod_BUS__TABLE_device_table                  Linux 3.16
 *   __mod_device_table__BUS__TABLE                 Linux 6.14
 *   __mod_device_table__kmod_MODULE__BUS__TABLE    Linux 6.16
 * </pre>
 *
 * @param bus the bus's name
 * @param isOldest whether it has the first form
 */
record TableName(String bus, boolean isOldest) {

  /** What all of them begin with. */
  static final String START = "__mod_";

  private static final String WORD = "device_table";
  private static final String NEWER_START = START + WORD + "__";
  private static final String OLDER_END = "_" + WORD;
  private static final String MODULE_START = "kmod_";
  private static final String SEPARATOR = "__";

  /** Parses {@code symbol}. Returns nothing if it is not the name of a table. */
  static Optional<TableName> parse(String symbol) {
    if (symbol.startsWith(NEWER_START)) {
      return newer(symbol.substring(NEWER_START.length()));
    }
    if (!symbol.startsWith(START) || !symbol.endsWith(OLDER_END)) {
      return Optional.empty();
    }
    int end = symbol.length() - OLDER_END.length();
    if (end <= START.length()) {
      return Optional.empty();
    }
    String middle = symbol.substring(START.length(), end);
    int separator = middle.indexOf(SEPARATOR);
    return Optional.of(
        separator < 0
            ? new TableName(middle, true)
            : new TableName(middle.substring(0, separator), false));
  }

  private static Optional<TableName> newer(String text) {
    return text.startsWith(MODULE_START) ? afterModule(text) : first(text);
  }

  /**
   * Parses the part after the module's name. The name may contain the separator, so the first known
   * bus marks its end.
   */
  private static Optional<TableName> afterModule(String text) {
    int separator = text.indexOf(SEPARATOR);
    while (separator >= 0) {
      int begin = separator + SEPARATOR.length();
      separator = text.indexOf(SEPARATOR, begin);
      String word = text.substring(begin, Math.max(begin, separator));
      if (Buses.named(word).isPresent()) {
        return Optional.of(new TableName(word, false));
      }
    }
    return Optional.empty();
  }

  private static Optional<TableName> first(String text) {
    int separator = text.indexOf(SEPARATOR);
    return separator <= 0
        ? Optional.empty()
        : Optional.of(new TableName(text.substring(0, separator), false));
  }
}
