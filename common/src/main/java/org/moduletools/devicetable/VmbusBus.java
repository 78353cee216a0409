package org.moduletools.devicetable;

/** Devices of Hyper-V: the bytes of a GUID as they stand. {@code struct hv_vmbus_device_id}. */
final class VmbusBus {

  static final Bus BUS =
      Bus.of("vmbus", VmbusBus::alias, new Struct().array(Type.U8, "guid", 16).word("driver_data"));

  private static String alias(DeviceRecord record) {
    return "vmbus:" + Uuid.plain(record, "guid");
  }

  private VmbusBus() {}
}
