package org.moduletools.devicetable;

import java.util.ArrayList;
import java.util.List;

/** USB devices. {@code struct usb_device_id}; Linux 3.10 added the interface's number. */
final class UsbBus {

  static final Bus BUS = Bus.ofTables("usb", UsbBus::aliases, current(), beforeInterfaceNumbers())
      .whereLikely(UsbBus::isLikely);

  static final MapFile MAP = MapFile.of(
      "modules.usbmap",
      "# usb module         match_flags idVendor idProduct bcdDevice_lo bcdDevice_hi bDeviceClass"
          + " bDeviceSubClass bDeviceProtocol bInterfaceClass bInterfaceSubClass"
          + " bInterfaceProtocol driver_info",
      MapFile.Source.ofAll("usb", UsbBus::isEnd, UsbBus::row));

  private UsbBus() {}

  private static Struct common() {
    return new Struct()
        .u16("match_flags", "idVendor", "idProduct", "bcdDevice_lo", "bcdDevice_hi")
        .u8("bDeviceClass", "bDeviceSubClass", "bDeviceProtocol")
        .u8("bInterfaceClass", "bInterfaceSubClass", "bInterfaceProtocol");
  }

  private static Struct current() {
    return common().u8("bInterfaceNumber").array(Type.ALIGNED_WORD, "driver_info", 1);
  }

  private static Struct beforeInterfaceNumbers() {
    return common().word("driver_info");
  }

  private static boolean isEnd(DeviceRecord record) {
    return record.number("idVendor") == 0
        && record.number("bDeviceClass") == 0
        && record.number("bInterfaceClass") == 0;
  }

  private static String row(DeviceRecord record) {
    return MapFile.format(
            " 0x%04x      0x%04x   0x%04x    0x%04x       0x%04x       0x%02x         0x%02x    "
                + "        0x%02x            0x%02x            0x%02x               0x%02x      "
                + "         ",
            record,
            "match_flags",
            "idVendor",
            "idProduct",
            "bcdDevice_lo",
            "bcdDevice_hi",
            "bDeviceClass",
            "bDeviceSubClass",
            "bDeviceProtocol",
            "bInterfaceClass",
            "bInterfaceSubClass",
            "bInterfaceProtocol")
        + "0x0";
  }

  private static List<String> aliases(List<DeviceRecord> records) {
    List<String> aliases = new ArrayList<>();
    for (DeviceRecord record : records) {
      if (!isPlaceholder(record)) {
        for (String release : BcdRange.of(record).patterns()) {
          aliases.add(alias(record, release));
        }
      }
    }
    return aliases;
  }

  /** Some drivers leave room for devices that the user names when it runs. */
  private static boolean isPlaceholder(DeviceRecord record) {
    return isEnd(record) && record.number("idProduct") == 0;
  }

  /** Linux 6.1, scripts/mod/file2alias.c: do_usb_entry. */
  private static String alias(DeviceRecord record, String release) {
    Modalias alias = new Modalias("usb:", record)
        .flagged(0x0001, "v", "idVendor")
        .flagged(0x0002, "p", "idProduct")
        .literally("d" + release)
        .flagged(0x0010, "dc", "bDeviceClass")
        .flagged(0x0020, "dsc", "bDeviceSubClass")
        .flagged(0x0040, "dp", "bDeviceProtocol")
        .flagged(0x0080, "ic", "bInterfaceClass")
        .flagged(0x0100, "isc", "bInterfaceSubClass")
        .flagged(0x0200, "ip", "bInterfaceProtocol");
    if (record.has("bInterfaceNumber")) {
      alias.flagged(0x0400, "in", "bInterfaceNumber");
    }
    return alias.open();
  }

  private static boolean isLikely(DeviceRecord record) {
    return record.number("match_flags") <= 0x7ff
        && (record.number("match_flags") != 0 || isPlaceholder(record))
        && (record.flag("match_flags", 1) || record.number("idVendor") == 0);
  }
}
