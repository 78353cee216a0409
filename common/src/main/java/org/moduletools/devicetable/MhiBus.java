package org.moduletools.devicetable;

/** Modem host interface, the host's side. {@code struct mhi_device_id}. */
final class MhiBus {

  static final Bus BUS = Bus.of(
      "mhi",
      record -> "mhi:" + record.text("chan"),
      new Struct().text("chan", 32).word("driver_data"));

  private MhiBus() {}
}
