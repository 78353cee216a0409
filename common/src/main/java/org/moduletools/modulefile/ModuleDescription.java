package org.moduletools.modulefile;

import java.util.ArrayList;
import java.util.List;
import org.moduletools.modulefile.Modinfo.Entry;

/**
 * All that modinfo tells of a module.
 *
 * @param strings the strings of section {@code .modinfo}, in its order
 * @param stamps what was put on the finished module, by modinfo's names and in its order:
 *     {@code build-id}; {@code sig_id}, {@code signer}, {@code sig_key}, {@code sig_hashalgo},
 *     {@code signature}. A part that a module has not is left out. Bytes are written as
 *     {@link #isBytes} says
 */
public record ModuleDescription(List<Entry> strings, List<Entry> stamps) {

  /** The keys of {@link #stamps}. */
  private static final List<String> STAMPS =
      List.of("build-id", "sig_id", "signer", "sig_key", "sig_hashalgo", "signature");

  /** Copies the lists. */
  public ModuleDescription {
    strings = List.copyOf(strings);
    stamps = List.copyOf(stamps);
  }

  /** Returns whether {@code key} may be one of {@link #stamps}. */
  public static boolean isStamp(String key) {
    return STAMPS.contains(key);
  }

  /**
   * Returns whether the stamp {@code key} has bytes as its value: two upper-case digits for each,
   * colons between them.
   */
  public static boolean isBytes(String key) {
    return key.equals("build-id") || key.equals("sig_key") || key.equals("signature");
  }

  /** Returns strings and stamps together. */
  public List<Entry> entries() {
    List<Entry> entries = new ArrayList<>(strings);
    entries.addAll(stamps);
    return entries;
  }
}
