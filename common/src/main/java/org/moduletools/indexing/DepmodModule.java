package org.moduletools.indexing;

import java.util.List;
import org.moduletools.modulefile.ModuleFile;
import org.moduletools.modulefile.ModuleSymbols;

/**
 * A module that depmod has read.
 *
 * @param file its file
 * @param content the content that was read
 * @param aliases its aliases, in its spelling
 * @param softdeps its softdep strings
 * @param weakdeps its weakdep strings
 */
record DepmodModule(
    FoundModule file,
    ModuleFile content,
    List<String> aliases,
    List<String> softdeps,
    List<String> weakdeps) {

  /** The strings are those of {@code content}. */
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

  /** Returns its name in the output files. */
  String name() {
    return file.name().value();
  }

  /** Returns the symbols that it exports and needs. */
  ModuleSymbols symbols() {
    return content.symbols();
  }
}
