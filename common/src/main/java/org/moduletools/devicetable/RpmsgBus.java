package org.moduletools.devicetable;

/**
 * Remote processor messaging. Before Linux 5.9 a record was a name alone. {@code struct
 * rpmsg_device_id}.
 */
final class RpmsgBus {

  static final Bus BUS = Bus.of(
      "rpmsg",
      record -> "rpmsg:" + record.text("name"),
      new Struct().text("name", 32).word("driver_data"),
      new Struct().text("name", 32));

  private RpmsgBus() {}
}
