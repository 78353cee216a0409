package org.moduletools.devicetable;

import java.util.Locale;

/** How the kernel's build spells the 16 bytes that name something (RFC 4122). */
final class Uuid {

  private static final int[] PLAIN = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};

  /** A GUID's first three numbers are little-endian, whatever the machine is. */
  private static final int[] LITTLE_ENDIAN = {3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15};

  private Uuid() {}

  /** Returns the bytes of a member in their order, two digits each. */
  static String plain(DeviceRecord record, String member) {
    return hex(record, member, PLAIN);
  }

  /** Returns a UUID with its bytes in the order of its text. */
  static String bigEndian(DeviceRecord record, String member) {
    return dashed(hex(record, member, PLAIN));
  }

  /** Returns a GUID. */
  static String littleEndian(DeviceRecord record, String member) {
    return dashed(hex(record, member, LITTLE_ENDIAN));
  }

  private static String hex(DeviceRecord record, String member, int[] order) {
    StringBuilder hex = new StringBuilder();
    for (int index : order) {
      hex.append(Modalias.hex(record.number(member, index), 2));
    }
    return hex.toString().toLowerCase(Locale.ROOT);
  }

  private static String dashed(String hex) {
    return hex.substring(0, 8)
        + "-" + hex.substring(8, 12)
        + "-" + hex.substring(12, 16)
        + "-" + hex.substring(16, 20)
        + "-" + hex.substring(20);
  }
}
