package org.moduletools.devicetable;

/** FireWire units. {@code struct ieee1394_device_id}. */
final class Ieee1394Bus {

  static final Bus BUS = Bus.of(
      "ieee1394",
      Ieee1394Bus::alias,
      new Struct()
          .u32("match_flags", "vendor_id", "model_id", "specifier_id", "version")
          .word("driver_data"));

  static final MapFile MAP = MapFile.of(
      "modules.ieee1394map",
      "# ieee1394 module    match_flags vendor_id model_id specifier_id version",
      MapFile.Source.ofAll(
          "ieee1394", record -> record.number("match_flags") == 0, Ieee1394Bus::row));

  private Ieee1394Bus() {}

  private static String row(DeviceRecord record) {
    return MapFile.format(
        " 0x%08x  0x%06x  0x%06x 0x%06x     0x%06x",
        record, "match_flags", "vendor_id", "model_id", "specifier_id", "version");
  }

  private static String alias(DeviceRecord record) {
    return new Modalias("ieee1394:", record)
        .flagged(1, "ven", "vendor_id")
        .flagged(2, "mo", "model_id")
        .flagged(4, "sp", "specifier_id")
        .flagged(8, "ver", "version")
        .open();
  }
}
