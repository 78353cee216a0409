package org.moduletools.devicetable;

/** ARM's PrimeCell peripherals: a pattern of eight digits. {@code struct amba_id}. */
final class AmbaBus {

  static final Bus BUS =
      Bus.of("amba", AmbaBus::alias, new Struct().u32("id", "mask").pointer("data"));

  private static String alias(DeviceRecord record) {
    long id = record.number("id");
    long mask = record.number("mask");
    if ((id & mask) != id) {
      return ""; // the kernel's build fails
    }
    StringBuilder alias = new StringBuilder("amba:d");
    for (int shift = 28; shift >= 0; shift -= 4) {
      alias.append(digit((int) (id >> shift & 0xf), (int) (mask >> shift & 0xf)));
    }
    return alias.toString();
  }

  /** Returns what matches each digit that agrees with {@code digit} in the bits {@code mask}. */
  private static String digit(int digit, int mask) {
    if (mask == 0) {
      return "?";
    }
    if (mask == 0xf) {
      return Modalias.hex(digit, 1);
    }
    StringBuilder digits = new StringBuilder("[");
    for (int i = 0; i < 16; i++) {
      if ((i & mask) == digit) {
        digits.append(Modalias.hex(i, 1));
      }
    }
    return digits.append(']').toString();
  }

  private AmbaBus() {}
}
