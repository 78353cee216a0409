package org.moduletools.devicetable;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Objects of Windows management in ACPI. Linux 7.2 writes their GUIDs in upper case, and makes no
 * alias from a malformed one. {@code struct wmi_device_id}.
 */
final class WmiBus {

  private static final int GUID_CHARS = 36;

  private static final Pattern GUID =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  static final Bus BUS = Bus.of(
          "wmi", WmiBus::alias, new Struct().text("guid_string", GUID_CHARS + 1).pointer("context"))
      .later(WmiBus::upperCase);

  private static String alias(DeviceRecord record) {
    String guid = record.text("guid_string");
    return guid.length() == GUID_CHARS ? "wmi:" + guid : "";
  }

  private static String upperCase(DeviceRecord record) {
    String guid = record.text("guid_string");
    return GUID.matcher(guid).matches() ? "wmi:" + guid.toUpperCase(Locale.ROOT) : "";
  }

  private WmiBus() {}
}
