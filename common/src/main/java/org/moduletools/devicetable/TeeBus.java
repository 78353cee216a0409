package org.moduletools.devicetable;

/** Trusted applications. {@code struct tee_client_device_id}. */
final class TeeBus {

  static final Bus BUS = Bus.of("tee", TeeBus::alias, new Struct().array(Type.U8, "uuid", 16));

  private static String alias(DeviceRecord record) {
    return "tee:" + Uuid.bigEndian(record, "uuid") + "*";
  }

  private TeeBus() {}
}
