package org.moduletools.modprobe;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moduletools.diagnosis.RemovalRefusal;
import org.moduletools.kernel.Errno;
import org.moduletools.module.ModuleName;

/** A module that could not be removed; the message is the line that the user reads. */
final class RemoveException extends Exception {

  private static final long serialVersionUID = 1L;

  private final boolean fatal;
  private final transient @Nullable RemovalRefusal refusal;

  private RemoveException(String message, boolean fatal, @Nullable RemovalRefusal refusal) {
    super(message, null, false, false);
    this.fatal = fatal;
    this.refusal = refusal;
  }

  /** Makes one that ends the run, or with {@code -a} is a warning. */
  static RemoveException fatal(String message) {
    return new RemoveException(message, true, null);
  }

  /** Makes one for a module that is in use, which ends the run as {@link #fatal} does. */
  static RemoveException inUse(ModuleName module) {
    return new RemoveException(
        "Module " + module + " is in use.", true, new RemovalRefusal(module, Errno.EAGAIN));
  }

  /** Makes one after which the next name has its turn. */
  static RemoveException error(String message) {
    return new RemoveException(message, false, null);
  }

  /** Makes one for what the kernel refused, after which the next name has its turn. */
  static RemoveException error(String message, RemovalRefusal refusal) {
    return new RemoveException(message, false, refusal);
  }

  /** Returns what stays in the kernel, if that is why. */
  Optional<RemovalRefusal> refusal() {
    return Optional.ofNullable(refusal);
  }

  boolean isFatal() {
    return fatal;
  }
}
