package org.moduletools.devicetable;

/** IndustryPack modules. {@code struct ipack_device_id}. */
final class IpackBus {

  private static final long ANY = -1;

  static final Bus BUS =
      Bus.of("ipack", IpackBus::alias, new Struct().u8("format").u32("vendor", "device"));

  private static String alias(DeviceRecord record) {
    return new Modalias("ipack:", record)
        .unless(ANY, "f", "format")
        .unless(ANY, "v", "vendor")
        .unless(ANY, "d", "device")
        .open();
  }

  private IpackBus() {}
}
