package org.moduletools.devicetable;

/**
 * Alternate modes of USB Type-C. Since Linux 6.14 the mode is not in the alias. {@code struct
 * typec_device_id}.
 */
final class TypecBus {

  private static final long ANY_MODE = 7;

  static final Bus BUS = Bus.of(
          "typec", TypecBus::alias, new Struct().u16("svid").u8("mode").word("driver_data"))
      .later(record -> new Modalias("typec:", record).add("id", "svid", true).closed());

  private static String alias(DeviceRecord record) {
    return new Modalias("typec:", record)
        .add("id", "svid", true)
        .unless(ANY_MODE, "m", "mode")
        .closed();
  }

  private TypecBus() {}
}
