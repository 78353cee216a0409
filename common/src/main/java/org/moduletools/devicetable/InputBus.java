package org.moduletools.devicetable;

import java.util.List;

/**
 * Input devices, by their capabilities. {@code struct input_device_id}; switches came with Linux
 * 2.6.14, more keys with 2.6.28, properties with 5.0, one more switch by 7.2.
 */
final class InputBus {

  /** A member that is a set of bits: its meaning, and the numbers that count in an alias. */
  private record Ability(String member, long flag, String label, int min, int max) {}

  private static final String SWITCHES = "swbit";

  private static final List<Ability> ABILITIES = List.of(
      new Ability("evbit", 0x0010, "e", 0, 0x1f),
      new Ability("keybit", 0x0020, "k", 0x71, 0x2ff),
      new Ability("relbit", 0x0040, "r", 0, 0x0f),
      new Ability("absbit", 0x0080, "a", 0, 0x3f),
      new Ability("mscbit", 0x0100, "m", 0, 0x07),
      new Ability("ledbit", 0x0200, "l", 0, 0x0f),
      new Ability("sndbit", 0x0400, "s", 0, 0x07),
      new Ability("ffbit", 0x0800, "f", 0, 0x7f),
      new Ability(SWITCHES, 0x1000, "w", 0, 0x11));

  private static final int FEWER_KEYS = 0x1ff;
  private static final int KEYS = 0x2ff;

  /** The last switch that an alias has, and has in Linux 7.2. */
  private static final int LAST_SWITCH = 0x10;

  private static final int LATER_SWITCH = 0x11;

  static final Bus BUS = Bus.of(
          "input",
          record -> alias(record, LAST_SWITCH),
          common(KEYS).bits(SWITCHES, 0x11).bits("propbit", 0x1f).word("driver_info"),
          common(KEYS).bits(SWITCHES, 0x10).word("driver_info"),
          common(FEWER_KEYS).bits(SWITCHES, 0x0f).word("driver_info"),
          common(FEWER_KEYS).word("driver_info"))
      .later(record -> alias(record, LATER_SWITCH));

  static final MapFile MAP = MapFile.of(
      "modules.inputmap",
      "# module         matchBits bustype vendor product version evBits keyBits relBits absBits"
          + " mscBits ledBits sndBits ffBits [swBits] driver_info",
      MapFile.Source.ofAll("input", InputBus::isEnd, InputBus::row));

  private InputBus() {}

  private static Struct common(int maxKey) {
    return new Struct()
        .word("flags")
        .u16("bustype", "vendor", "product", "version")
        .bits("evbit", 0x1f)
        .bits("keybit", maxKey)
        .bits("relbit", 0x0f)
        .bits("absbit", 0x3f)
        .bits("mscbit", 0x07)
        .bits("ledbit", 0x0f)
        .bits("sndbit", 0x07)
        .bits("ffbit", 0x7f);
  }

  private static boolean isEnd(DeviceRecord record) {
    return record.number("flags") == 0 && record.number("driver_info") == 0;
  }

  private static String row(DeviceRecord record) {
    StringBuilder row = new StringBuilder("0x").append(Long.toHexString(record.number("flags")));
    List<String> ids = List.of("bustype", "vendor", "product", "version");
    for (int i = 0; i < ids.size(); i++) {
      long id = record.flag("flags", 1L << i) ? record.number(ids.get(i)) : 0;
      row.append("  0x").append(Long.toHexString(id));
    }
    for (Ability ability : ABILITIES) {
      if (record.has(ability.member())) {
        row.append("  ").append(words(record, ability));
      }
    }
    return row.append("  0x")
        .append(Long.toHexString(record.number("driver_info")))
        .toString();
  }

  /** Returns the words of a set of bits, the highest first, from the first that is not 0. */
  private static String words(DeviceRecord record, Ability ability) {
    if (!record.flag("flags", ability.flag())) {
      return "0";
    }
    int word = record.wordCount(ability.member()) - 1;
    while (word > 0 && record.number(ability.member(), word) == 0) {
      word--;
    }
    StringBuilder words = new StringBuilder();
    for (; word >= 0; word--) {
      words.append(Long.toHexString(record.number(ability.member(), word)));
      words.append(word > 0 ? ":" : "");
    }
    return words.toString();
  }

  /** Linux 6.1, scripts/mod/file2alias.c: do_input_entry. */
  private static String alias(DeviceRecord record, int lastSwitch) {
    Modalias alias = new Modalias("input:", record)
        .add("b", "bustype", record.flag("flags", 1))
        .add("v", "vendor", record.flag("flags", 2))
        .add("p", "product", record.flag("flags", 4))
        .add("e", "version", record.flag("flags", 8))
        .literally("-");
    for (Ability ability : ABILITIES) {
      alias.literally(ability.label() + "*");
      if (record.has(ability.member()) && record.flag("flags", ability.flag())) {
        int max = ability.member().equals(SWITCHES) ? lastSwitch : ability.max();
        for (int number = ability.min(); number <= max; number++) {
          if (record.hasBit(ability.member(), number)) {
            alias.literally(Modalias.hex(number, 1) + ",*");
          }
        }
      }
    }
    return alias.closed();
  }
}
