package org.moduletools.kernel;

import org.moduletools.module.KernelRelease;

/** A running kernel: what it can be asked and told about modules. */
public interface Kernel {

  /** Returns the release that runs, as {@code uname -r} says. */
  KernelRelease release();
}
