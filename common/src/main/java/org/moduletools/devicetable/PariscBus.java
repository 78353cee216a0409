package org.moduletools.devicetable;

/** Devices of PA-RISC machines. {@code struct parisc_device_id}. */
final class PariscBus {

  private static final long ANY = -1;

  static final Bus BUS = Bus.of(
      "parisc",
      PariscBus::alias,
      new Struct().u8("hw_type", "hversion_rev").u16("hversion").u32("sversion"));

  private static String alias(DeviceRecord record) {
    return new Modalias("parisc:", record)
        .unless(ANY, "t", "hw_type")
        .unless(ANY, "hv", "hversion")
        .unless(ANY, "rev", "hversion_rev")
        .unless(ANY, "sv", "sversion")
        .open();
  }

  private PariscBus() {}
}
