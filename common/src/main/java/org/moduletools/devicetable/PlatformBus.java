package org.moduletools.devicetable;

/**
 * Devices that firmware or a board's code announces by name. The name became longer after Linux
 * 6.12. {@code struct platform_device_id}.
 */
final class PlatformBus {

  static final Bus BUS = Bus.of(
      "platform",
      record -> "platform:" + record.text("name"),
      new Struct().text("name", 24).word("driver_data"),
      new Struct().text("name", 20).word("driver_data"));

  private PlatformBus() {}
}
