package org.moduletools.indexing;

/** Options for making indexes. */
public enum IndexOption {
  /** Report duplicates in an index: aliases, symbols and modules. */
  WARN_DUPLICATES,
  /** Leave out modules in dependency cycles, and modules that need them, with a warning. */
  IGNORE_LOOPS,
  /** Make module-init-tools' map files too, such as modules.pcimap. */
  MAP_FILES,
  /** Report unresolved symbols, and versions that differ. */
  REPORT_UNRESOLVED,
  /** Report the first symbol by which a module needs another. */
  REPORT_NEEDS
}
