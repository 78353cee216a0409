package org.moduletools.modprobe;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moduletools.diagnosis.LoadRefusal;
import org.moduletools.kernel.Errno;
import org.moduletools.kernel.KernelException;
import org.moduletools.module.ModuleName;
import org.moduletools.tree.Mask;

/** Thrown for a module that could not be loaded; the message is the reason for the user. */
final class InsertException extends Exception {

  private static final long serialVersionUID = 1L;

  /** What ENOENT of the kernel means. */
  static final String UNKNOWN_SYMBOL = "Unknown symbol in module, or unknown parameter (see dmesg)";

  private static final String IN_KERNEL = "Module already in kernel";

  private final boolean alreadyLoaded;
  private final String note;
  private final transient @Nullable LoadRefusal refusal;

  private InsertException(
      String reason, boolean alreadyLoaded, String note, @Nullable LoadRefusal refusal) {
    super(reason, null, false, false);
    this.alreadyLoaded = alreadyLoaded;
    this.note = note;
    this.refusal = refusal;
  }

  static InsertException because(String reason) {
    return new InsertException(reason, false, "", null);
  }

  static InsertException becauseLoaded() {
    return new InsertException(IN_KERNEL, true, "", null);
  }

  /** Returns what kmod says too where something else is there that the module would register. */
  static InsertException becauseOfTwin(LoadRefusal refusal) {
    return new InsertException(IN_KERNEL, true, "", refusal);
  }

  /**
   * Returns the exception for {@code target} and {@code mask}, its own or of a module that it
   * needs. The reason is the kernel's for a module in {@code module_blacklist=}.
   */
  static InsertException masked(ModuleName target, Mask mask) {
    return new InsertException("Operation not permitted", false, MaskNote.of(target, mask), null);
  }

  /** Returns the reason in modprobe's words (kmod 34, tools/modprobe.c: insmod). */
  static InsertException of(KernelException refused) {
    return of(refused, null);
  }

  /** As above, of the module that {@code refusal} is about. */
  static InsertException of(KernelException refused, @Nullable LoadRefusal refusal) {
    String reason =
        refused.errno() == Errno.ENOENT ? UNKNOWN_SYMBOL : String.valueOf(refused.getMessage());
    return new InsertException(reason, false, "", refusal);
  }

  /** Returns what the kernel refused, if it was the kernel. */
  Optional<LoadRefusal> refusal() {
    return Optional.ofNullable(refusal);
  }

  /** Returns a note beside the reason; empty if the reason suffices. */
  String note() {
    return note;
  }

  boolean alreadyLoaded() {
    return alreadyLoaded;
  }

  /** Returns whether the module itself found no device that it is for. */
  boolean deviceLess() {
    return refusal != null && refusal.errno() == Errno.ENODEV;
  }
}
