package org.moduletools.modinfo;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.moduletools.modulefile.Bytes;
import org.moduletools.modulefile.Modinfo.Entry;
import org.moduletools.modulefile.ModuleDescription;
import org.moduletools.modulefile.ModuleSignature;

/** The build-id and signature of a module, under the field names of modinfo. */
final class Stamps {

  private static final String BUILD_ID = "build-id";
  private static final String KEY = "sig_key";
  private static final String SIGNATURE = "signature";

  private static final List<String> NAMES =
      List.of(BUILD_ID, "sig_id", "signer", KEY, "sig_hashalgo", SIGNATURE);

  private static final HexFormat HEX = HexFormat.ofDelimiter(":").withUpperCase();

  /** The characters of 20 bytes: two digits and a colon each. */
  private static final int LINE_CHARS = 60;

  private Stamps() {}

  /** Returns whether {@code field} is the name of one. */
  static boolean has(String field) {
    return NAMES.contains(field);
  }

  /** Returns the fields of a module, in modinfo's order; bytes as two upper-case digits each. */
  static List<Entry> of(ModuleDescription module) {
    List<Entry> stamps = new ArrayList<>();
    module.buildId().ifPresent(number -> stamps.add(new Entry(BUILD_ID, hex(number))));
    module.signature().ifPresent(signature -> addTo(stamps, signature));
    return stamps;
  }

  private static void addTo(List<Entry> stamps, ModuleSignature signature) {
    stamps.add(new Entry("sig_id", signature.kind()));
    stamps.add(new Entry("signer", signature.signer()));
    stamps.add(new Entry(KEY, hex(signature.key())));
    stamps.add(new Entry("sig_hashalgo", signature.hash()));
    stamps.add(new Entry(SIGNATURE, hex(signature.signature())));
  }

  private static String hex(Bytes bytes) {
    return HEX.formatHex(bytes.toArray());
  }

  /** Returns the value of {@code stamp} in lines of 20 bytes. */
  static String shown(Entry stamp) {
    String value = stamp.value();
    if (!isBytes(stamp.key()) || value.length() <= LINE_CHARS) {
      return value;
    }
    StringBuilder lines = new StringBuilder();
    for (int begin = 0; begin < value.length(); begin += LINE_CHARS) {
      lines
          .append(begin == 0 ? "" : "\n\t\t")
          .append(value, begin, Math.min(begin + LINE_CHARS, value.length()));
    }
    return lines.toString();
  }

  private static boolean isBytes(String name) {
    return name.equals(BUILD_ID) || name.equals(KEY) || name.equals(SIGNATURE);
  }
}
