package org.moduletools.devicetable;

/** Features of FPGA device feature lists. {@code struct dfl_device_id}. */
final class DflBus {

  static final Bus BUS =
      Bus.of("dfl", DflBus::alias, new Struct().u16("type", "feature_id").word("driver_data"));

  private static String alias(DeviceRecord record) {
    return new Modalias("dfl:", record)
        .add("t", "type", true)
        .add("f", "feature_id", true)
        .open();
  }

  private DflBus() {}
}
