package org.moduletools.devicetable;

/** Devices of Microsoft's Surface System Aggregator. {@code struct ssam_device_id}. */
final class SsamBus {

  static final Bus BUS = Bus.of(
      "ssam",
      SsamBus::alias,
      new Struct()
          .u8("match_flags", "domain", "category", "target", "instance", "function")
          .word("driver_data"));

  private static String alias(DeviceRecord record) {
    return new Modalias("ssam:", record)
        .add("d", "domain", true)
        .add("c", "category", true)
        .flagged(1, "t", "target")
        .flagged(2, "i", "instance")
        .flagged(4, "f", "function")
        .closed();
  }

  private SsamBus() {}
}
