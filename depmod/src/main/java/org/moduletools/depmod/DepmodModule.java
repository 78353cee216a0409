package org.moduletools.depmod;

import org.moduletools.modulefile.Modinfo;
import org.moduletools.modulefile.ModuleSymbols;

/**
 * A module that depmod has read.
 *
 * @param file where it is
 * @param modinfo what describes it
 * @param symbols what ties it to others
 */
record DepmodModule(FoundModule file, Modinfo modinfo, ModuleSymbols symbols) {

  /** Returns its name as the output files spell it. */
  String name() {
    return file.name().value();
  }
}
