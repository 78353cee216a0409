package org.moduletools.devicetable;

/** RapidIO devices. {@code struct rio_device_id}. */
final class RapidioBus {

  private static final long ANY = -1;

  static final Bus BUS =
      Bus.of("rapidio", RapidioBus::alias, new Struct().u16("did", "vid", "asm_did", "asm_vid"));

  private static String alias(DeviceRecord record) {
    return new Modalias("rapidio:", record)
        .unless(ANY, "v", "vid")
        .unless(ANY, "d", "did")
        .unless(ANY, "av", "asm_vid")
        .unless(ANY, "ad", "asm_did")
        .open();
  }

  private RapidioBus() {}
}
