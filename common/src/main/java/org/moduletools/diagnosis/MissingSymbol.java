package org.moduletools.diagnosis;

import java.util.List;
import org.moduletools.module.ModuleName;

/**
 * A symbol that a module needs, and that neither the kernel nor a loaded module exports.
 *
 * @param name the symbol
 * @param exporters the modules of the tree that have it; none if no module does
 */
public record MissingSymbol(String name, List<ModuleName> exporters) {

  /** Copies {@code exporters}. */
  public MissingSymbol {
    exporters = List.copyOf(exporters);
  }
}
