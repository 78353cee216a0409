package org.moduletools.devicetable;

import java.util.ArrayList;
import java.util.List;

/** Devices of a device tree. {@code struct of_device_id}. */
final class OfBus {

  static final Bus BUS = Bus.ofTables(
      "of",
      OfBus::aliases,
      new Struct().text("name", 32).text("type", 32).text("compatible", 128).pointer("data"));

  static final MapFile MAP = MapFile.of(
      "modules.ofmap",
      "# of module          name                 type                 compatible",
      MapFile.Source.ofAll("of", OfBus::isEnd, OfBus::row));

  private OfBus() {}

  private static boolean isEnd(DeviceRecord record) {
    return record.text("name").isEmpty()
        && record.text("type").isEmpty()
        && record.text("compatible").isEmpty();
  }

  private static String row(DeviceRecord record) {
    return " " + padded(column(record.text("name")))
        + " " + padded(column(record.text("type")))
        + " " + column(record.text("compatible"));
  }

  /** module-init-tools meant to replace all blanks, but its loop ends after the first character. */
  private static String column(String text) {
    if (text.isEmpty()) {
      return "*";
    }
    return Blanks.underscored(text.substring(0, 1)) + text.substring(1);
  }

  private static String padded(String text) {
    return text + " ".repeat(Math.max(0, 20 - text.length()));
  }

  /** Each record also stands for nodes that are compatible with more than that. */
  private static List<String> aliases(List<DeviceRecord> records) {
    List<String> aliases = new ArrayList<>();
    for (DeviceRecord record : records) {
      String alias = alias(record);
      aliases.add(alias);
      aliases.add(alias + "C*");
    }
    return aliases;
  }

  private static String alias(DeviceRecord record) {
    String name = record.text("name");
    String type = record.text("type");
    String compatible = record.text("compatible");
    StringBuilder alias = new StringBuilder("of:N").append(name.isEmpty() ? "*" : name);
    alias.append('T').append(type.isEmpty() ? "*" : type);
    if (!compatible.isEmpty()) {
      alias.append(type.isEmpty() ? "" : "*").append('C').append(compatible);
    }
    return Blanks.underscored(alias.toString());
  }
}
