package org.moduletools.devicetable;

/** Features of a processor other than x86. {@code struct cpu_feature}. */
final class CpuBus {

  static final Bus BUS = Bus.of("cpu", CpuBus::alias, new Struct().u16("feature"));

  private static String alias(DeviceRecord record) {
    return "cpu:type:*:feature:*" + Modalias.hex(record.number("feature"), 4) + "*";
  }

  private CpuBus() {}
}
