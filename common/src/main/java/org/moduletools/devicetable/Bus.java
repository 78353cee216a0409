package org.moduletools.devicetable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The format of one bus's tables.
 *
 * @param name its name in MODULE_DEVICE_TABLE
 * @param structs the record's declarations in different kernels, the latest first
 * @param rules the aliases that builds of the kernel make from a table, those of Linux 6.1 first
 * @param isLikely whether a record is plausible, which distinguishes declarations of the same size
 */
record Bus(
    String name, List<Struct> structs, List<Patterns> rules, Predicate<DeviceRecord> isLikely) {

  /** Makes the aliases of a whole table. */
  @FunctionalInterface
  interface Patterns {

    /** Returns the patterns that the records stand for, the record that ends them left out. */
    List<String> of(List<DeviceRecord> records);
  }

  /** Copies the lists. */
  Bus {
    structs = List.copyOf(structs);
    rules = List.copyOf(rules);
  }

  /** Makes a bus of which each record stands for one alias, or for none: an empty one. */
  static Bus of(String name, Function<DeviceRecord, String> alias, Struct... structs) {
    return ofTables(name, each(alias), structs);
  }

  private static Patterns each(Function<DeviceRecord, String> alias) {
    return records -> {
      List<String> patterns = new ArrayList<>();
      for (DeviceRecord record : records) {
        String pattern = alias.apply(record);
        if (!pattern.isEmpty()) {
          patterns.add(pattern);
        }
      }
      return patterns;
    };
  }

  /** Returns a bus with records that make any number of aliases. */
  static Bus ofTables(String name, Patterns patterns, Struct... structs) {
    return new Bus(name, List.of(structs), List.of(patterns), record -> true);
  }

  /** Returns this bus, with other aliases that later builds of the kernel make from its records. */
  Bus later(Function<DeviceRecord, String> alias) {
    List<Patterns> all = Stream.concat(rules.stream(), Stream.of(each(alias))).toList();
    return new Bus(name, structs, all, isLikely);
  }

  /** Returns this bus with a test for plausible records. */
  Bus whereLikely(Predicate<DeviceRecord> likely) {
    return new Bus(name, structs, rules, likely);
  }
}
