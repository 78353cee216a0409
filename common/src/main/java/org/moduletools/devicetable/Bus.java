package org.moduletools.devicetable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What there is to know of one bus's tables.
 *
 * @param name as MODULE_DEVICE_TABLE has it
 * @param structs the record's declarations that kernels have had, the latest first
 * @param rules what builds of the kernel have made of a table, those of Linux 6.1 first
 * @param isLikely whether a record makes sense, by which declarations are told apart that sizes
 *     cannot tell
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

  /** Makes a bus whose records stand for any number of aliases. */
  static Bus ofTables(String name, Patterns patterns, Struct... structs) {
    return new Bus(name, List.of(structs), List.of(patterns), record -> true);
  }

  /** Returns this bus, of whose records later builds of the kernel make other aliases. */
  Bus later(Function<DeviceRecord, String> alias) {
    List<Patterns> all = Stream.concat(rules.stream(), Stream.of(each(alias))).toList();
    return new Bus(name, structs, all, isLikely);
  }

  /** Returns this bus with a way to tell likely records from unlikely ones. */
  Bus whereLikely(Predicate<DeviceRecord> likely) {
    return new Bus(name, structs, rules, likely);
  }
}
