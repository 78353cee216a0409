package org.moduletools.modprobe;

import org.moduletools.kernel.Errno;
import org.moduletools.kernel.KernelException;

/** A module that could not be loaded; the message is the reason as the user reads it. */
final class InsertException extends Exception {

  private static final long serialVersionUID = 1L;

  private final boolean alreadyLoaded;

  private InsertException(String reason, boolean alreadyLoaded) {
    super(reason, null, false, false);
    this.alreadyLoaded = alreadyLoaded;
  }

  static InsertException because(String reason) {
    return new InsertException(reason, false);
  }

  static InsertException becauseLoaded() {
    return new InsertException("Module already in kernel", true);
  }

  /** Returns the reason in modprobe's words (kmod 34, tools/modprobe.c: insmod). */
  static InsertException of(KernelException refused) {
    if (refused.errno() == Errno.EEXIST) {
      return becauseLoaded();
    }
    if (refused.errno() == Errno.ENOENT) {
      return because("Unknown symbol in module, or unknown parameter (see dmesg)");
    }
    return because(String.valueOf(refused.getMessage()));
  }

  boolean alreadyLoaded() {
    return alreadyLoaded;
  }
}
