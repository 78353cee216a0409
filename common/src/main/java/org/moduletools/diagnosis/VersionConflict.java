package org.moduletools.diagnosis;

import java.util.Locale;

/**
 * A symbol whose version differs from the one that a module was built with.
 *
 * @param symbol its name
 * @param wanted the version in the module
 * @param found the version of the symbol that is there
 * @param source the file that states {@code found}
 */
public record VersionConflict(String symbol, long wanted, long found, String source)
    implements Cause {

  @Override
  public String inWords() {
    return String.format(
        Locale.ROOT,
        "it was built with version 0x%08x of the symbol %s, which has 0x%08x by %s;"
            + " build it for this kernel",
        wanted,
        symbol,
        found,
        source);
  }
}
