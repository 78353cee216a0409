package org.moduletools.devicetable;

/** I2C chips. {@code struct i2c_device_id}. */
final class I2cBus {

  static final Bus BUS = Bus.of(
      "i2c",
      record -> "i2c:" + record.text("name"),
      new Struct().text("name", 20).word("driver_data"));

  private I2cBus() {}
}
