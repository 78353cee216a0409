package org.moduletools.devicetable;

/** Subchannels of s390. {@code struct css_device_id}. */
final class CssBus {

  static final Bus BUS =
      Bus.of("css", CssBus::alias, new Struct().u8("match_flags", "type").word("driver_data"));

  private static String alias(DeviceRecord record) {
    return "css:t" + Modalias.hex(record.number("type"), 1);
  }

  private CssBus() {}
}
