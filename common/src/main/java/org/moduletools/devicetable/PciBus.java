package org.moduletools.devicetable;

import java.util.Optional;

/**
 * PCI devices. {@code struct pci_device_id}; Linux 5.16 added the last member.
 *
 * <p>A class is three bytes, each of which counts wholly or not at all.
 */
final class PciBus {

  private static final long ANY = -1;

  static final Bus BUS = Bus.of("pci", PciBus::alias, common().u32("override_only"), common())
      .whereLikely(PciBus::isLikely);

  static final MapFile MAP = MapFile.of(
      "modules.pcimap",
      "# pci module         vendor     device     subvendor  subdevice  class      class_mask"
          + " driver_data",
      new MapFile.Source("pci", record -> record.number("vendor") == 0, PciBus::row));

  private PciBus() {}

  private static Struct common() {
    return new Struct()
        .u32("vendor", "device", "subvendor", "subdevice", "class", "class_mask")
        .word("driver_data");
  }

  /**
   * Returns nothing for a device that the driver handles only on request; in Linux 5.16 such
   * records match all devices.
   */
  private static Optional<String> row(DeviceRecord record) {
    if (override(record) != 0) {
      return Optional.empty();
    }
    return Optional.of(MapFile.format(
        " 0x%08x 0x%08x 0x%08x 0x%08x 0x%08x 0x%08x 0x0",
        record, "vendor", "device", "subvendor", "subdevice", "class", "class_mask"));
  }

  private static long override(DeviceRecord record) {
    return record.has("override_only") ? record.number("override_only") : 0;
  }

  /** Linux 6.1, scripts/mod/file2alias.c: do_pci_entry. */
  private static String alias(DeviceRecord record) {
    long override = override(record);
    if (override > 1 || !hasWholeBytes(record.number("class_mask"))) {
      return "";
    }
    return new Modalias(override == 1 ? "vfio_pci:" : "pci:", record)
        .unless(ANY, "v", "vendor")
        .unless(ANY, "d", "device")
        .unless(ANY, "sv", "subvendor")
        .unless(ANY, "sd", "subdevice")
        .literally("bc" + classByte(record, 16))
        .literally("sc" + classByte(record, 8))
        .literally("i" + classByte(record, 0))
        .open();
  }

  private static String classByte(DeviceRecord record, int shift) {
    boolean counts = (record.number("class_mask") >> shift & 0xff) == 0xff;
    return counts ? Modalias.hex(record.number("class") >> shift & 0xff, 2) : "*";
  }

  private static boolean hasWholeBytes(long mask) {
    for (int shift = 16; shift >= 0; shift -= 8) {
      long part = mask >> shift & 0xff;
      if (part != 0 && part != 0xff) {
        return false;
      }
    }
    return true;
  }

  /**
   * Returns whether it has fields that a driver is found by, and no number that is too large for
   * PCI.
   */
  private static boolean isLikely(DeviceRecord record) {
    boolean isGiven = record.number("vendor") != 0
        || record.number("subvendor") != 0
        || record.number("class_mask") != 0;
    return isGiven
        && isId(record.number("vendor"))
        && isId(record.number("device"))
        && record.number("class") <= 0xffffffL
        && override(record) <= 1;
  }

  private static boolean isId(long value) {
    return value <= 0xffff || value == 0xffffffffL;
  }
}
