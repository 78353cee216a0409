package org.moduletools.kernel;

/** The state of a module in a kernel. */
public enum ModuleState {
  /** Loaded and at work. */
  LIVE,

  /** On its way in: its init function runs. */
  COMING,

  /** On its way out: its exit function runs. */
  GOING,

  /** Part of the kernel itself: it has a folder in /sys/module and no row in /proc/modules. */
  BUILTIN,

  /** Not loaded. A module that is part of the kernel and has no parameters looks so too. */
  ABSENT,

  /** The state is unknown: neither /sys/module nor /proc/modules can be read. */
  UNKNOWN;

  /** Returns whether the kernel has the module, loaded and at work or as a part. */
  public boolean isInKernel() {
    return this == LIVE || this == BUILTIN;
  }

  /** Returns whether the state is about to change by itself. */
  public boolean isInTransition() {
    return this == COMING || this == GOING;
  }
}
