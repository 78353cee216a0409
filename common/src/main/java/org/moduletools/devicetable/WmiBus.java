package org.moduletools.devicetable;

/** Objects of Windows management in ACPI. {@code struct wmi_device_id}. */
final class WmiBus {

  private static final int GUID_CHARS = 36;

  static final Bus BUS = Bus.of(
      "wmi", WmiBus::alias, new Struct().text("guid_string", GUID_CHARS + 1).pointer("context"));

  private static String alias(DeviceRecord record) {
    String guid = record.text("guid_string");
    return guid.length() == GUID_CHARS ? "wmi:" + guid : "";
  }

  private WmiBus() {}
}
