package org.moduletools.devicetable;

/** HD-audio codecs. {@code struct hda_device_id}. */
final class HdaudioBus {

  private static final long ANY = 0;

  static final Bus BUS = Bus.of(
      "hdaudio",
      HdaudioBus::alias,
      new Struct()
          .u32("vendor_id", "rev_id")
          .u8("api_version")
          .pointer("name")
          .word("driver_data"));

  private static String alias(DeviceRecord record) {
    return new Modalias("hdaudio:", record)
        .unless(ANY, "v", "vendor_id")
        .unless(ANY, "r", "rev_id")
        .unless(ANY, "a", "api_version")
        .open();
  }

  private HdaudioBus() {}
}
