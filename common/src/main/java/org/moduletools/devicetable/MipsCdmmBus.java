package org.moduletools.devicetable;

/** Devices of the MIPS common device memory map. {@code struct mips_cdmm_device_id}. */
final class MipsCdmmBus {

  static final Bus BUS = Bus.of("mipscdmm", MipsCdmmBus::alias, new Struct().u8("type"));

  private static String alias(DeviceRecord record) {
    return "mipscdmm:t" + Modalias.hex(record.number("type"), 2) + "*";
  }

  private MipsCdmmBus() {}
}
