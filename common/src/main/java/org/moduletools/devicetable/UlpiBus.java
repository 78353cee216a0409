package org.moduletools.devicetable;

/** USB transceivers with the ULPI interface. {@code struct ulpi_device_id}. */
final class UlpiBus {

  static final Bus BUS =
      Bus.of("ulpi", UlpiBus::alias, new Struct().u16("vendor", "product").word("driver_data"));

  private static String alias(DeviceRecord record) {
    return "ulpi:v" + Modalias.lowerHex(record.number("vendor"), 4) + "p"
        + Modalias.lowerHex(record.number("product"), 4);
  }

  private UlpiBus() {}
}
