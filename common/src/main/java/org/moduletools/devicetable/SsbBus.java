package org.moduletools.devicetable;

/** Cores of the Sonics Silicon Backplane. {@code struct ssb_device_id}. */
final class SsbBus {

  private static final long ANY = -1;

  static final Bus BUS =
      Bus.of("ssb", SsbBus::alias, new Struct().u16("vendor", "coreid").u8("revision", "__pad"));

  private static String alias(DeviceRecord record) {
    return new Modalias("ssb:", record)
        .unless(ANY, "v", "vendor")
        .unless(ANY, "id", "coreid")
        .unless(ANY, "rev", "revision")
        .open();
  }

  private SsbBus() {}
}
