package org.moduletools.devicetable;

/**
 * ISA Plug and Play cards; of their ids only the device's counts. {@code struct isapnp_device_id}.
 */
final class IsapnpBus {

  static final Bus BUS = Bus.of(
      "isapnp",
      IsapnpBus::alias,
      new Struct().u16("card_vendor", "card_device", "vendor", "function").word("driver_data"));

  private static String alias(DeviceRecord record) {
    int vendor = (int) record.number("vendor");
    int function = (int) record.number("function");
    return "pnp:d"
        + (char) ('A' + ((vendor >> 2) & 0x3f) - 1)
        + (char) ('A' + (((vendor & 3) << 3) | ((vendor >> 13) & 7)) - 1)
        + (char) ('A' + ((vendor >> 8) & 0x1f) - 1)
        + Modalias.lowerHex(Short.toUnsignedLong(Short.reverseBytes((short) function)), 4)
        + "*";
  }

  private IsapnpBus() {}
}
