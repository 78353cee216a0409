package org.moduletools.devicetable;

/** Virtual devices of IBM's POWER. {@code struct vio_device_id}. */
final class VioBus {

  static final Bus BUS =
      Bus.of("vio", VioBus::alias, new Struct().text("type", 32).text("compat", 32));

  private static String alias(DeviceRecord record) {
    String type = record.text("type");
    String compatible = record.text("compat");
    return new Modalias("vio:", record)
        .literally("T" + (type.isEmpty() ? "*" : Blanks.underscored(type)))
        .literally("S" + (compatible.isEmpty() ? "*" : Blanks.underscored(compatible)))
        .open();
  }

  private VioBus() {}
}
