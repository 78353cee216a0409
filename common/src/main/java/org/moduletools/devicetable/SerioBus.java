package org.moduletools.devicetable;

/** Serial input devices. {@code struct serio_device_id}. */
final class SerioBus {

  private static final long ANY = 0xff;

  static final Bus BUS =
      Bus.of("serio", SerioBus::alias, new Struct().u8("type", "extra", "id", "proto"));

  static final MapFile MAP = MapFile.of(
      "modules.seriomap",
      "# serio module       type extra id   proto",
      MapFile.Source.ofAll(
          "serio",
          record -> record.number("type") == 0 && record.number("proto") == 0,
          record -> MapFile.format(
              " 0x%02x 0x%02x  0x%02x 0x%02x", record, "type", "extra", "id", "proto")));

  private SerioBus() {}

  private static String alias(DeviceRecord record) {
    return new Modalias("serio:", record)
        .unless(ANY, "ty", "type")
        .unless(ANY, "pr", "proto")
        .unless(ANY, "id", "id")
        .unless(ANY, "ex", "extra")
        .open();
  }
}
