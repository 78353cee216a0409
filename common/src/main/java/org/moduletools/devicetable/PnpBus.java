package org.moduletools.devicetable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Plug and Play devices. {@code struct pnp_device_id}. */
final class PnpBus {

  static final Bus BUS =
      Bus.ofTables("pnp", PnpBus::aliases, new Struct().text("id", 8).word("driver_data"));

  /** The rows of both kinds of tables; those of devices match any card. */
  static final MapFile MAP = new MapFile(
      "modules.isapnpmap",
      "# isapnp module      cardvendor carddevice driver_data vendor     function   ...",
      List.of(
          MapFile.Source.ofAll(
              "pnp",
              record -> record.text("id").isEmpty(),
              record -> " 0xffff     0xffff     0x00000000 " + numbers(record.text("id"))),
          PnpCardBus.SOURCE));

  /** The id that stands for all devices. */
  private static final String ANY = "ANYDEVS";

  private PnpBus() {}

  /**
   * Returns an id such as {@code PNP0a03} as the two numbers that ISA Plug and Play cards store:
   * three letters of five bits and four digits, bytes swapped (include/linux/isapnp.h:
   * ISAPNP_VENDOR, ISAPNP_DEVICE).
   */
  static String numbers(String id) {
    if (id.startsWith(ANY)) {
      return " 0xffff     0xffff    ";
    }
    int first = letter(id, 0);
    int second = letter(id, 1);
    int third = letter(id, 2);
    int vendor = ((first & 0x3f) << 2)
        | ((second & 0x18) >> 3)
        | ((second & 7) << 13)
        | ((third & 0x1f) << 8);
    int device = 0;
    for (int i = 3; i < 7; i++) {
      int digit = i < id.length() ? Character.digit(id.charAt(i), 16) : 0;
      device = (device << 4) | Math.max(0, digit);
    }
    int swapped = Short.toUnsignedInt(Short.reverseBytes((short) device));
    return String.format(Locale.ROOT, " 0x%04x     0x%04x    ", vendor, swapped);
  }

  private static int letter(String id, int index) {
    return index < id.length() ? id.charAt(index) - 'A' + 1 : 0;
  }

  private static List<String> aliases(List<DeviceRecord> records) {
    List<String> aliases = new ArrayList<>();
    for (DeviceRecord record : records) {
      addAliases(record.text("id"), aliases);
    }
    return aliases;
  }

  /** Adds both names that a device has: the PnP bus's own, and ACPI's in upper case. */
  static void addAliases(String id, List<String> aliases) {
    aliases.add("pnp:d" + id + "*");
    aliases.add("acpi*:" + upperCase(id) + ":*");
  }

  /** Returns {@code text} in upper case, by toupper(3) of the C locale. */
  private static String upperCase(String text) {
    StringBuilder result = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 'a' && c <= 'z') {
        result.setCharAt(i, (char) (c - 'a' + 'A'));
      }
    }
    return result.toString();
  }
}
