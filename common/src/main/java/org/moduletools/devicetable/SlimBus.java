package org.moduletools.devicetable;

/** SLIMbus devices (Linux 6.12). {@code struct slim_device_id}. */
final class SlimBus {

  static final Bus BUS = Bus.of(
      "slim",
      SlimBus::alias,
      new Struct().u16("manf_id", "prod_code", "dev_index", "instance").word("driver_data"));

  private static String alias(DeviceRecord record) {
    return "slim:" + Modalias.lowerHex(record.number("manf_id"), 1) + ":"
        + Modalias.lowerHex(record.number("prod_code"), 1) + ":*";
  }

  private SlimBus() {}
}
