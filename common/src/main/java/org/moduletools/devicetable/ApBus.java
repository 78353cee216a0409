package org.moduletools.devicetable;

/** Cryptographic adapters of s390. {@code struct ap_device_id}. */
final class ApBus {

  static final Bus BUS = Bus.of(
      "ap", ApBus::alias, new Struct().u16("match_flags").u8("dev_type").word("driver_info"));

  private static String alias(DeviceRecord record) {
    return "ap:t" + Modalias.hex(record.number("dev_type"), 2) + "*";
  }

  private ApBus() {}
}
