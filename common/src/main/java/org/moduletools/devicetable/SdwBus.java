package org.moduletools.devicetable;

/**
 * SoundWire devices. Before Linux 5.6 a record had no version and class. {@code struct
 * sdw_device_id}.
 */
final class SdwBus {

  private static final long ANY = 0;

  static final Bus BUS = Bus.of(
      "sdw",
      SdwBus::alias,
      new Struct().u16("mfg_id", "part_id").u8("sdw_version", "class_id").word("driver_data"),
      new Struct().u16("mfg_id", "part_id").word("driver_data"));

  private static String alias(DeviceRecord record) {
    Modalias alias =
        new Modalias("sdw:", record).unless(ANY, "m", "mfg_id").unless(ANY, "p", "part_id");
    if (record.has("class_id")) {
      alias.unless(ANY, "v", "sdw_version").unless(ANY, "c", "class_id");
    }
    return alias.open();
  }

  private SdwBus() {}
}
