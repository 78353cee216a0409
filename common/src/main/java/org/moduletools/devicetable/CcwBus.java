package org.moduletools.devicetable;

/** Channel-attached devices of s390. {@code struct ccw_device_id}. */
final class CcwBus {

  static final Bus BUS = Bus.of(
      "ccw",
      CcwBus::alias,
      new Struct()
          .u16("match_flags", "cu_type", "dev_type")
          .u8("cu_model", "dev_model")
          .word("driver_info"));

  static final MapFile MAP = MapFile.of(
      "modules.ccwmap",
      "# ccw module         match_flags cu_type cu_model dev_type dev_model",
      MapFile.Source.ofAll("ccw", CcwBus::isEnd, CcwBus::row));

  private CcwBus() {}

  private static boolean isEnd(DeviceRecord record) {
    return record.number("cu_type") == 0
        && record.number("cu_model") == 0
        && record.number("dev_type") == 0
        && record.number("dev_model") == 0;
  }

  private static String row(DeviceRecord record) {
    return MapFile.format(
        " 0x%04x      0x%04x  0x%02x      0x%04x  0x%02x",
        record, "match_flags", "cu_type", "cu_model", "dev_type", "dev_model");
  }

  private static String alias(DeviceRecord record) {
    return new Modalias("ccw:", record)
        .flagged(1, "t", "cu_type")
        .flagged(2, "m", "cu_model")
        .flagged(4, "dt", "dev_type")
        .flagged(8, "dm", "dev_model")
        .open();
  }
}
