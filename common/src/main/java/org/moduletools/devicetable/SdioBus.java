package org.moduletools.devicetable;

/** SDIO cards. {@code struct sdio_device_id}. */
final class SdioBus {

  private static final long ANY = -1;

  static final Bus BUS = Bus.of(
      "sdio", SdioBus::alias, new Struct().u8("class").u16("vendor", "device").word("driver_data"));

  private static String alias(DeviceRecord record) {
    return new Modalias("sdio:", record)
        .unless(ANY, "c", "class")
        .unless(ANY, "v", "vendor")
        .unless(ANY, "d", "device")
        .open();
  }

  private SdioBus() {}
}
