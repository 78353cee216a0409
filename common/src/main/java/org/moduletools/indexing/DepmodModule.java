package org.moduletools.indexing;

import java.util.List;
import org.moduletools.modulefile.ModuleFile;
import org.moduletools.modulefile.ModuleSymbols;

/**
 * A module that depmod has read.
 *
 * @param file where it is
 * @param content what was read
 * @param aliases what it answers to, as it spells it
 * @param softdeps what it would like to have loaded before and after it
 * @param weakdeps what it may come to load
 */
record DepmodModule(
    FoundModule file,
    ModuleFile content,
    List<String> aliases,
    List<String> softdeps,
    List<String> weakdeps) {

  /** Makes one with what {@code content} says. */
  DepmodModule(FoundModule file, ModuleFile content) {
    this(
        file,
        content,
        content.modinfo().values("alias"),
        content.modinfo().values("softdep"),
        content.modinfo().values("weakdep"));
  }

  /** Copies the lists. */
  DepmodModule {
    aliases = List.copyOf(aliases);
    softdeps = List.copyOf(softdeps);
    weakdeps = List.copyOf(weakdeps);
  }

  /** Returns its name as the output files spell it. */
  String name() {
    return file.name().value();
  }

  /** Returns what ties it to others. */
  ModuleSymbols symbols() {
    return content.symbols();
  }
}
