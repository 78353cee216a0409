package org.moduletools.devicetable;

/** I3C devices. {@code struct i3c_device_id}. */
final class I3cBus {

  static final Bus BUS = Bus.of(
      "i3c",
      I3cBus::alias,
      new Struct()
          .u8("match_flags", "dcr")
          .u16("manuf_id", "part_id", "extra_info")
          .pointer("data"));

  private static String alias(DeviceRecord record) {
    return new Modalias("i3c:", record)
        .flagged(1, "dcr", "dcr")
        .flagged(2, "manuf", "manuf_id")
        .flagged(4, "part", "part_id")
        .flagged(8, "ext", "extra_info")
        .closed();
  }

  private I3cBus() {}
}
