package org.moduletools.devicetable;

/** Human interface devices. {@code struct hid_device_id}. */
final class HidBus {

  private static final long ANY_BUS = 0xffff;
  private static final long ANY_GROUP = 0;
  private static final long ANY_ID = -1;

  static final Bus BUS = Bus.of(
      "hid",
      HidBus::alias,
      new Struct().u16("bus", "group").u32("vendor", "product").word("driver_data"));

  private static String alias(DeviceRecord record) {
    return new Modalias("hid:", record)
        .unless(ANY_BUS, "b", "bus")
        .unless(ANY_GROUP, "g", "group")
        .unless(ANY_ID, "v", "vendor")
        .unless(ANY_ID, "p", "product")
        .closed();
  }

  private HidBus() {}
}
