package org.moduletools.devicetable;

/** Services of the VideoCore processor (Linux 6.12). {@code struct vchiq_device_id}. */
final class VchiqBus {

  static final Bus BUS =
      Bus.of("vchiq", record -> "vchiq:" + record.text("name"), new Struct().text("name", 32));

  private VchiqBus() {}
}
