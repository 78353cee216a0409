package org.moduletools.devicetable;

/** Modem host interface, the endpoint's side. {@code struct mhi_device_id}. */
final class MhiEpBus {

  static final Bus BUS = Bus.of(
      "mhi_ep",
      record -> "mhi_ep:" + record.text("chan"),
      new Struct().text("chan", 32).word("driver_data"));

  private MhiEpBus() {}
}
