package org.moduletools.devicetable;

/** Thunderbolt services. {@code struct tb_service_id}. */
final class TbsvcBus {

  static final Bus BUS = Bus.of(
      "tbsvc",
      TbsvcBus::alias,
      new Struct()
          .u32("match_flags")
          .text("protocol_key", 9)
          .u32("protocol_id", "protocol_version", "protocol_revision")
          .word("driver_data"));

  private static String alias(DeviceRecord record) {
    String key = record.flag("match_flags", 1) ? record.text("protocol_key") : "*";
    return new Modalias("tbsvc:", record)
        .literally("k" + key)
        .flagged(2, "p", "protocol_id")
        .flagged(4, "v", "protocol_version")
        .flagged(8, "r", "protocol_revision")
        .open();
  }

  private TbsvcBus() {}
}
