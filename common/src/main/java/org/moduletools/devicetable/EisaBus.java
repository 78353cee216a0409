package org.moduletools.devicetable;

/** EISA cards. {@code struct eisa_device_id}. */
final class EisaBus {

  static final Bus BUS =
      Bus.of("eisa", EisaBus::alias, new Struct().text("sig", 8).word("driver_data"));

  private static String alias(DeviceRecord record) {
    return "eisa:s" + record.text("sig") + "*";
  }

  private EisaBus() {}
}
