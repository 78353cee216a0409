package org.moduletools.devicetable;

import java.util.List;

/** Machines by the names in their firmware. {@code struct dmi_system_id}. */
final class DmiBus {

  private static final int MATCHES = 4;

  /** {@code struct dmi_strmatch}: one byte for the field, then a text. */
  private static final int MATCH_BYTES = 80;

  /** What stands for each {@code enum dmi_field} from 1 on; fields without a label do not count. */
  private static final List<String> LABELS = List.of(
      "bvn", "bvr", "bd", "br", "efr", "svn", "pn", "pvr", "", "", "", "", "rvn", "rn", "rvr", "",
      "", "cvn", "ct", "cvr");

  static final Bus BUS = Bus.of(
      "dmi",
      DmiBus::alias,
      new Struct()
          .pointer("callback")
          .pointer("ident")
          .array(Type.U8, "matches", MATCHES * MATCH_BYTES)
          .pointer("driver_data"));

  private static String alias(DeviceRecord record) {
    StringBuilder alias = new StringBuilder("dmi*");
    for (int field = 0; field < LABELS.size(); field++) {
      for (int i = 0; i < MATCHES && !LABELS.get(field).isEmpty(); i++) {
        if (slot(record, i) == field + 1) {
          String text = record.text("matches", i * MATCH_BYTES + 1, MATCH_BYTES - 1);
          alias
              .append(':')
              .append(LABELS.get(field))
              .append('*')
              .append(plain(text))
              .append('*');
        }
      }
    }
    return alias.append(':').toString();
  }

  /** Returns the first seven bits that a compiler hands out, which differ by byte order. */
  private static long slot(DeviceRecord record, int match) {
    long bits = record.number("matches", match * MATCH_BYTES);
    return record.isBigEndian() ? bits >> 1 : bits & 0x7f;
  }

  /** Leaves out characters that an alias cannot hold. */
  private static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > ' ' && c < 127 && c != ':') {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  private DmiBus() {}
}
