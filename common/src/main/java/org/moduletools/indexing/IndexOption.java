package org.moduletools.indexing;

/** What may be asked for when indexes are made. */
public enum IndexOption {
  /** Report what an index has twice: aliases, symbols and modules. */
  WARN_DUPLICATES,
  /** Leave out modules that need each other in a circle, and what needs them, with a warning. */
  IGNORE_LOOPS,
  /** Make module-init-tools' map files too, such as modules.pcimap. */
  MAP_FILES,
  /** Report symbols that nothing exports, and versions that differ. */
  REPORT_UNRESOLVED,
  /** Report the first symbol by which a module needs another. */
  REPORT_NEEDS
}
