package org.moduletools.modprobe;

/** How modules are loaded. */
enum InsertOption {
  /** A module that is loaded already is an error. */
  FIRST_TIME,
  /** Install command and softdeps of the named module are ignored. */
  IGNORE_COMMANDS,
  /** A loaded module counts as not loaded. */
  IGNORE_LOADED,
  /** A blacklisted module is not loaded by its own name either. */
  USE_BLACKLIST
}
