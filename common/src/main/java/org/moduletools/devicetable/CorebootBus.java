package org.moduletools.devicetable;

/** Entries of coreboot's table (Linux 6.12). {@code struct coreboot_device_id}. */
final class CorebootBus {

  static final Bus BUS =
      Bus.of("coreboot", CorebootBus::alias, new Struct().u32("tag").word("driver_data"));

  private static String alias(DeviceRecord record) {
    return "coreboot:t" + Modalias.hex(record.number("tag"), 8);
  }

  private CorebootBus() {}
}
