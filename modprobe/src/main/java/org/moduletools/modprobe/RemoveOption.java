package org.moduletools.modprobe;

/** How modules are removed. */
enum RemoveOption {
  /** A module that is not loaded is an error. */
  FIRST_TIME,
  /** Remove command and softdeps of the named module are ignored. */
  IGNORE_COMMANDS,
  /** The kernel's state is ignored: the removals that would be tried are shown. */
  IGNORE_LOADED,
  /** Modules that use the named one are removed before it. */
  HOLDERS,
  /** The kernel removes a module though it is in use. */
  FORCE,
  /** A failed removal is a warning, and the run goes on. */
  GO_ON
}
