package org.moduletools.devicetable;

/** Cores of Broadcom's AMBA backplane. {@code struct bcma_device_id}. */
final class BcmaBus {

  private static final long ANY = -1;

  static final Bus BUS =
      Bus.of("bcma", BcmaBus::alias, new Struct().u16("manuf", "id").u8("rev", "class"));

  private static String alias(DeviceRecord record) {
    return new Modalias("bcma:", record)
        .unless(ANY, "m", "manuf")
        .unless(ANY, "id", "id")
        .unless(ANY, "rev", "rev")
        .unless(ANY, "cl", "class")
        .open();
  }

  private BcmaBus() {}
}
