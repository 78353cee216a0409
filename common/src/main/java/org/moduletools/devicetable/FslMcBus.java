package org.moduletools.devicetable;

/** Objects of Freescale's management complex. {@code struct fsl_mc_device_id}. */
final class FslMcBus {

  static final Bus BUS =
      Bus.of("fslmc", FslMcBus::alias, new Struct().u16("vendor").text("obj_type", 16));

  private static String alias(DeviceRecord record) {
    return "fsl-mc:v" + Modalias.hex(record.number("vendor"), 8) + "d" + record.text("obj_type");
  }

  private FslMcBus() {}
}
