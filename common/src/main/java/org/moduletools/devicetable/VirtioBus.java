package org.moduletools.devicetable;

/** Devices of virtual machines. {@code struct virtio_device_id}. */
final class VirtioBus {

  private static final long ANY = -1;

  static final Bus BUS = Bus.of("virtio", VirtioBus::alias, new Struct().u32("device", "vendor"));

  private static String alias(DeviceRecord record) {
    return new Modalias("virtio:", record)
        .unless(ANY, "d", "device")
        .unless(ANY, "v", "vendor")
        .open();
  }

  private VirtioBus() {}
}
