package org.moduletools.modprobe;

/** How modules are removed. */
enum RemoveOption {
  /** A module that is not loaded is an error. */
  FIRST_TIME,
  /** Remove command and softdeps of the named module are ignored. */
  IGNORE_COMMANDS,
  /** Nothing is asked of the kernel: what would be removed is shown. */
  IGNORE_LOADED,
  /** Modules that use the named one are removed before it. */
  HOLDERS,
  /** The kernel removes a module though it is in use. */
  FORCE,
  /** What cannot be removed is a warning, and the work goes on. */
  GO_ON
}
