package org.moduletools.devicetable;

/**
 * Processors of the x86 family and their features. Linux 5.8 added the steppings. {@code struct
 * x86_cpu_id}.
 */
final class X86cpuBus {

  private static final long ANY_VENDOR = 0xffff;
  private static final long ANY = 0;

  /** More vendors than the kernel knows, and more features. */
  private static final int VENDORS = 32;

  private static final int FEATURES = 1024;

  static final Bus BUS = Bus.of(
          "x86cpu",
          X86cpuBus::alias,
          new Struct()
              .u16("vendor", "family", "model", "steppings", "feature", "flags")
              .u8("type")
              .word("driver_data"),
          new Struct()
              .u16("vendor", "family", "model", "steppings", "feature", "flags")
              .word("driver_data"),
          new Struct().u16("vendor", "family", "model", "feature").word("driver_data"))
      .whereLikely(X86cpuBus::isLikely);

  private static String alias(DeviceRecord record) {
    return new Modalias("cpu:type:x86,", record)
        .unless(ANY_VENDOR, "ven", "vendor")
        .unless(ANY, "fam", "family")
        .unless(ANY, "mod", "model")
        .literally(":feature:*")
        .literally(feature(record))
        .closed();
  }

  private static String feature(DeviceRecord record) {
    long feature = record.number("feature");
    return feature == ANY ? "" : Modalias.hex(feature, 4) + "*";
  }

  private static boolean isLikely(DeviceRecord record) {
    long vendor = record.number("vendor");
    return (vendor == ANY_VENDOR || vendor < VENDORS)
        && record.number("feature") < FEATURES
        && (!record.has("flags") || record.number("flags") < 2);
  }

  private X86cpuBus() {}
}
