package org.moduletools.devicetable;

/** Zorro cards of the Amiga. {@code struct zorro_device_id}. */
final class ZorroBus {

  private static final long ANY = -1;

  static final Bus BUS =
      Bus.of("zorro", ZorroBus::alias, new Struct().u32("id").word("driver_data"));

  private static String alias(DeviceRecord record) {
    return new Modalias("zorro:", record).unless(ANY, "i", "id").closed();
  }

  private ZorroBus() {}
}
