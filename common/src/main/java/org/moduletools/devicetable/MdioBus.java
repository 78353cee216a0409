package org.moduletools.devicetable;

/** Ethernet transceivers: a pattern of 32 bits. {@code struct mdio_device_id}. */
final class MdioBus {

  static final Bus BUS = Bus.of("mdio", MdioBus::alias, new Struct().u32("phy_id", "phy_id_mask"));

  private static String alias(DeviceRecord record) {
    StringBuilder alias = new StringBuilder("mdio:");
    for (int bit = 31; bit >= 0; bit--) {
      boolean given = record.flag("phy_id_mask", 1L << bit);
      alias.append(given ? record.flag("phy_id", 1L << bit) ? '1' : '0' : '?');
    }
    return alias.toString();
  }

  private MdioBus() {}
}
