package org.moduletools.devicetable;

/** SPI chips. {@code struct spi_device_id}. */
final class SpiBus {

  static final Bus BUS = Bus.of(
      "spi",
      record -> "spi:" + record.text("name"),
      new Struct().text("name", 32).word("driver_data"));

  private SpiBus() {}
}
