package org.moduletools.devicetable;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** One MODULE_DEVICE_TABLE of a module: records of devices on one bus. */
public final class DeviceTable {

  private final Bus bus;
  private final List<DeviceRecord> records;

  private DeviceTable(Bus bus, List<DeviceRecord> records) {
    this.bus = bus;
    this.records = List.copyOf(records);
  }

  /** How certain a reading of a table is. */
  private enum Fit {
    /** The size is not one of whole records. */
    NONE,
    /** It is, but some of them make no sense. */
    SIZE,
    /** All of them make sense, but none ends the table. */
    SENSE,
    /** All of them make sense, and one of zeros ends the table. */
    END
  }

  /**
   * Reads a table. Of the declarations that its records may have, the first is taken that fits the
   * size and the content best.
   *
   * @param bytes the table, in the machine's byte order; not copied
   * @param isSized whether they are the table alone; else it ends with the first record of zeros
   * @param structs the bus's, in the order in which they are likely
   */
  static DeviceTable read(
      Bus bus, List<Struct> structs, Abi abi, ByteBuffer bytes, boolean isSized) {
    Fit best = Fit.NONE;
    List<DeviceRecord> chosen = records(structs.get(0).on(abi), abi, bytes, isSized);
    for (Struct struct : structs) {
      Struct.Layout layout = struct.on(abi);
      List<DeviceRecord> records = records(layout, abi, bytes, isSized);
      Fit fit = isSized && bytes.limit() % layout.sizeBytes() != 0 ? Fit.NONE : fit(bus, records);
      if (fit.compareTo(best) > 0) {
        best = fit;
        chosen = records;
      }
    }
    boolean hasEnd = !chosen.isEmpty() && chosen.get(chosen.size() - 1).isZero();
    return new DeviceTable(bus, hasEnd ? chosen.subList(0, chosen.size() - 1) : chosen);
  }

  private static List<DeviceRecord> records(
      Struct.Layout layout, Abi abi, ByteBuffer bytes, boolean isSized) {
    List<DeviceRecord> records = new ArrayList<>();
    for (int at = 0; bytes.limit() - at >= layout.sizeBytes(); at += layout.sizeBytes()) {
      DeviceRecord record = new DeviceRecord(layout, abi, bytes, at);
      records.add(record);
      if (!isSized && record.isZero()) {
        break;
      }
    }
    return records;
  }

  private static Fit fit(Bus bus, List<DeviceRecord> records) {
    boolean hasEnd = !records.isEmpty() && records.get(records.size() - 1).isZero();
    for (DeviceRecord record : hasEnd ? records.subList(0, records.size() - 1) : records) {
      if (!record.hasSoundTexts() || !bus.isLikely().test(record)) {
        return Fit.SIZE;
      }
    }
    return hasEnd ? Fit.END : Fit.SENSE;
  }

  /** Returns the bus, as MODULE_DEVICE_TABLE names it. */
  public String bus() {
    return bus.name();
  }

  /** Returns how many records there are, the one that ends them left out. */
  public int size() {
    return records.size();
  }

  /**
   * Returns the aliases that the build of Linux 6.1 makes of this table, in its order; their chars
   * are bytes.
   */
  public List<String> patterns() {
    return bus.rules().get(0).of(records);
  }

  /**
   * Returns the aliases that a build of the kernel makes from this table: of the rules known, those
   * that give most of {@code aliases}. The module's kernel version is a weaker hint, since
   * distributions backport rules.
   */
  public List<String> patternsLike(Set<String> aliases) {
    List<String> best = patterns();
    for (Bus.Patterns rule : bus.rules()) {
      List<String> patterns = rule.of(records);
      if (missing(patterns, aliases) < missing(best, aliases)) {
        best = patterns;
      }
    }
    return best;
  }

  private static long missing(List<String> patterns, Set<String> aliases) {
    return patterns.stream().filter(pattern -> !aliases.contains(pattern)).count();
  }

  /** Returns the records before the first that {@code isEnd}. */
  List<DeviceRecord> recordsUpTo(Predicate<DeviceRecord> isEnd) {
    int end = 0;
    while (end < records.size() && !isEnd.test(records.get(end))) {
      end++;
    }
    return records.subList(0, end);
  }
}
