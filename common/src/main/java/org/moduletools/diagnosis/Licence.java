package org.moduletools.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.moduletools.modulefile.Modinfo;

/**
 * The licence of a module that is not compatible with the GPL: the kernel gives GPL-only symbols to
 * no such module, and writes "Unknown symbol".
 *
 * @param text what the module states; empty if it states none
 * @param symbols the GPL-only symbols that it needs, as far as they are known
 */
public record Licence(String text, List<String> symbols) implements Cause {

  /** Those that are compatible, letter by letter (include/linux/license.h). */
  private static final Set<String> COMPATIBLE = Set.of(
      "GPL", "GPL v2", "GPL and additional rights", "Dual BSD/GPL", "Dual MIT/GPL", "Dual MPL/GPL");

  /** How many symbols are named. */
  static final int NAMED = 3;

  /** Copies {@code symbols}. */
  public Licence {
    symbols = List.copyOf(symbols);
  }

  /**
   * Returns the text of the licence in {@code modinfo} unless it is compatible; the first counts.
   */
  static Optional<String> incompatible(Modinfo modinfo) {
    String text = modinfo.values("license").stream().findFirst().orElse("");
    return COMPATIBLE.contains(text) ? Optional.empty() : Optional.of(text);
  }

  @Override
  public String inWords() {
    String words = text.isEmpty()
        ? "it states no licence"
        : "its licence '" + text + "' is not compatible with the GPL";
    return words + ", and the kernel gives GPL-only symbols to no such module"
        + (symbols.isEmpty() ? "" : ": " + Sentence.allOf(symbols, NAMED));
  }
}
