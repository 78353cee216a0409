package org.moduletools.devicetable;

/**
 * Clients of Intel's management engine. Before Linux 4.3 a record had no version. {@code struct
 * mei_cl_device_id}.
 */
final class MeiBus {

  private static final long ANY_VERSION = 0xff;

  static final Bus BUS = Bus.of(
      "mei",
      MeiBus::alias,
      new Struct().text("name", 32).array(Type.U8, "uuid", 16).u8("version").word("driver_info"),
      new Struct().text("name", 32).array(Type.U8, "uuid", 16).word("driver_info"));

  private static String alias(DeviceRecord record) {
    String name = record.text("name");
    Modalias alias = new Modalias("mei:", record)
        .literally(name.isEmpty() ? "*" : name)
        .literally(":" + Uuid.littleEndian(record, "uuid"));
    if (record.has("version")) {
      alias.unless(ANY_VERSION, ":", "version");
    }
    return alias.literally(":*").closed();
  }

  private MeiBus() {}
}
