package org.moduletools.devicetable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A file in which module-init-tools' depmod listed the records of a bus's tables, for programs that
 * looked for drivers before there were aliases (module-init-tools 3.16, tables.c).
 */
public final class MapFile {

  /** How wide the column of the modules' names is at least. */
  private static final int NAME_COLUMN = 20;

  private final String name;
  private final String header;
  private final List<Source> sources;

  /**
   * The file {@code name}.
   *
   * @param sources the sources of its rows, in order
   */
  MapFile(String name, String header, List<Source> sources) {
    this.name = name;
    this.header = header;
    this.sources = List.copyOf(sources);
  }

  /** Makes a file from one bus's tables. */
  static MapFile of(String name, String header, Source source) {
    return new MapFile(name, header, List.of(source));
  }

  /**
   * Turns records of one bus into rows.
   *
   * @param bus the bus's name
   * @param isEnd whether a record ends a table
   * @param row returns the text after the module's name, or nothing for a record without a row
   */
  record Source(
      String bus, Predicate<DeviceRecord> isEnd, Function<DeviceRecord, Optional<String>> row) {

    /** Returns a source with a row for each record. */
    static Source ofAll(
        String bus, Predicate<DeviceRecord> isEnd, Function<DeviceRecord, String> row) {
      return new Source(bus, isEnd, row.andThen(Optional::of));
    }
  }

  /** Returns its name below the module directory. */
  public String name() {
    return name;
  }

  /** Returns its first line. */
  public String header() {
    return header;
  }

  /**
   * Returns the rows that a module has in this file, without line ends.
   *
   * @param module its name as the file's name spells it
   * @param tables those of the module, in their order
   */
  public List<String> rows(String module, List<DeviceTable> tables) {
    String column = module + " ".repeat(Math.max(0, NAME_COLUMN - module.length()));
    List<String> rows = new ArrayList<>();
    for (Source source : sources) {
      for (DeviceTable table : tables) {
        if (table.bus().equals(source.bus())) {
          for (DeviceRecord record : table.recordsUpTo(source.isEnd())) {
            source.row().apply(record).ifPresent(row -> rows.add(column + row));
          }
        }
      }
    }
    return rows;
  }

  /** Formats members of a record, each by one {@code %} of {@code format}. */
  static String format(String format, DeviceRecord record, String... members) {
    Object[] values = new Object[members.length];
    for (int i = 0; i < members.length; i++) {
      values[i] = record.number(members[i]);
    }
    return String.format(Locale.ROOT, format, values);
  }
}
