package org.moduletools.devicetable;

/**
 * Devices that ACPI names, by id or by class. Linux 4.2 added classes, 5.15 longer ids.
 * {@code struct acpi_device_id}.
 */
final class AcpiBus {

  static final Bus BUS = Bus.of(
      "acpi",
      AcpiBus::alias,
      new Struct().text("id", 16).word("driver_data").u32("cls", "cls_msk"),
      new Struct().text("id", 9).word("driver_data").u32("cls", "cls_msk"),
      new Struct().text("id", 9).word("driver_data"));

  private static String alias(DeviceRecord record) {
    String id = record.text("id");
    if (!id.isEmpty()) {
      return "acpi*:" + id + ":*";
    }
    if (!record.has("cls")) {
      return "";
    }
    StringBuilder alias = new StringBuilder("acpi*:");
    for (int shift = 16; shift >= 0; shift -= 8) {
      boolean given = (record.number("cls_msk") >> shift & 0xff) != 0;
      alias.append(given ? Modalias.lowerHex(record.number("cls") >> shift & 0xff, 2) : "??");
    }
    return alias.append(":*").toString();
  }

  private AcpiBus() {}
}
