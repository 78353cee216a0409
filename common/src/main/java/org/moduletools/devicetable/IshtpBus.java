package org.moduletools.devicetable;

import java.util.Locale;

/** Clients of Intel's sensor hub. {@code struct ishtp_device_id}. */
final class IshtpBus {

  static final Bus BUS =
      Bus.of("ishtp", IshtpBus::alias, new Struct().array(Type.U8, "guid", 16).word("driver_data"));

  private static String alias(DeviceRecord record) {
    return "ishtp:{" + Uuid.littleEndian(record, "guid").toUpperCase(Locale.ROOT) + "}";
  }

  private IshtpBus() {}
}
