package org.moduletools.devicetable;

/**
 * Parts of a device that other drivers serve. The name became longer after Linux 6.12.
 * {@code struct auxiliary_device_id}.
 */
final class AuxiliaryBus {

  static final Bus BUS = Bus.of(
      "auxiliary",
      record -> "auxiliary:" + record.text("name"),
      new Struct().text("name", 40).word("driver_data"),
      new Struct().text("name", 32).word("driver_data"));

  private AuxiliaryBus() {}
}
