package org.moduletools.devicetable;

/** Devices of AMD's CDX (Linux 6.12). {@code struct cdx_device_id}. */
final class CdxBus {

  private static final long ANY = -1;

  static final Bus BUS = Bus.of(
      "cdx",
      CdxBus::alias,
      new Struct()
          .u16("vendor", "device", "subvendor", "subdevice")
          .u32("class", "class_mask", "override_only"));

  private static String alias(DeviceRecord record) {
    long override = record.number("override_only");
    if (override > 1) {
      return "";
    }
    return new Modalias(override == 1 ? "vfio_cdx:" : "cdx:", record)
        .unless(ANY, "v", "vendor")
        .unless(ANY, "d", "device")
        .unless(ANY, "sv", "subvendor")
        .unless(ANY, "sd", "subdevice")
        .add("c", "class", record.number("class_mask") == 0xffffff)
        .closed();
  }

  private CdxBus() {}
}
