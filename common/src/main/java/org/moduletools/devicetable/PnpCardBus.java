package org.moduletools.devicetable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Plug and Play cards with several devices. {@code struct pnp_card_device_id}. */
final class PnpCardBus {

  private static final int MAX_DEVICES = 8;
  private static final int ID_BYTES = 8;

  static final Bus BUS = Bus.ofTables(
      "pnp_card",
      PnpCardBus::aliases,
      new Struct()
          .text("id", ID_BYTES)
          .word("driver_data")
          .array(Type.U8, "devs", MAX_DEVICES * ID_BYTES));

  static final MapFile.Source SOURCE =
      MapFile.Source.ofAll("pnp_card", record -> record.text("id").isEmpty(), PnpCardBus::row);

  private PnpCardBus() {}

  /** Returns the ids of a card's devices, of which the first empty one is the end. */
  private static List<String> devices(DeviceRecord card) {
    List<String> devices = new ArrayList<>();
    for (int i = 0; i < MAX_DEVICES; i++) {
      String id = card.text("devs", i * ID_BYTES, ID_BYTES);
      if (id.isEmpty()) {
        break;
      }
      devices.add(id);
    }
    return devices;
  }

  private static String row(DeviceRecord card) {
    StringBuilder row = new StringBuilder(PnpBus.numbers(card.text("id"))).append(" 0x00000000 ");
    devices(card).forEach(id -> row.append(PnpBus.numbers(id)));
    return row.toString();
  }

  /** A device that a former card has too is not named again; a card's own twins are. */
  private static List<String> aliases(List<DeviceRecord> cards) {
    List<String> aliases = new ArrayList<>();
    Set<String> former = new HashSet<>();
    for (DeviceRecord card : cards) {
      List<String> devices = devices(card);
      for (String id : devices) {
        if (!former.contains(id)) {
          PnpBus.addAliases(id, aliases);
        }
      }
      former.addAll(devices);
    }
    return aliases;
  }
}
