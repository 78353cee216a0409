package org.moduletools.devicetable;

/** PC cards. {@code struct pcmcia_device_id}. */
final class PcmciaBus {

  static final Bus BUS = Bus.of(
      "pcmcia",
      PcmciaBus::alias,
      new Struct()
          .u16("match_flags", "manf_id", "card_id")
          .u8("func_id", "function", "device_no")
          .array(Type.U32, "prod_id_hash", 4)
          .array(Type.WORD, "prod_id", 4)
          .word("driver_info")
          .pointer("cisfile"));

  private static String alias(DeviceRecord record) {
    Modalias alias = new Modalias("pcmcia:", record)
        .flagged(0x0001, "m", "manf_id")
        .flagged(0x0002, "c", "card_id")
        .flagged(0x0004, "f", "func_id")
        .flagged(0x0008, "fn", "function")
        .flagged(0x0100, "pfn", "device_no");
    for (int i = 0; i < 4; i++) {
      boolean given = record.flag("match_flags", 0x0010L << i);
      String hash = Modalias.hex(record.number("prod_id_hash", i), 8);
      alias.literally("p" + (char) ('a' + i) + (given ? hash : "*"));
    }
    return alias.open();
  }

  private PcmciaBus() {}
}
