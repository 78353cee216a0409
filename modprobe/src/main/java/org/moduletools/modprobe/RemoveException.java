package org.moduletools.modprobe;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moduletools.diagnosis.RemovalRefusal;
import org.moduletools.kernel.Errno;
import org.moduletools.module.ModuleName;

/** Thrown for a module that could not be removed; the message is the line for the user. */
final class RemoveException extends Exception {

  private static final long serialVersionUID = 1L;

  private final boolean fatal;
  private final transient @Nullable RemovalRefusal refusal;

  private RemoveException(String message, boolean fatal, @Nullable RemovalRefusal refusal) {
    super(message, null, false, false);
    this.fatal = fatal;
    this.refusal = refusal;
  }

  /** Returns an exception that ends the run, or with {@code -a} is a warning. */
  static RemoveException fatal(String message) {
    return new RemoveException(message, true, null);
  }

  /** Returns the exception for a module in use, which ends the run as {@link #fatal} does. */
  static RemoveException inUse(ModuleName module) {
    return new RemoveException(
        "Module " + module + " is in use.", true, new RemovalRefusal(module, Errno.EAGAIN));
  }

  /** Returns an exception after which the run goes on with the next name. */
  static RemoveException error(String message) {
    return new RemoveException(message, false, null);
  }

  /**
   * Returns the exception for a refusal of the kernel, after which the run goes on with the next
   * name.
   */
  static RemoveException error(String message, RemovalRefusal refusal) {
    return new RemoveException(message, false, refusal);
  }

  /** Returns the kernel's refusal, if that is the reason. */
  Optional<RemovalRefusal> refusal() {
    return Optional.ofNullable(refusal);
  }

  boolean isFatal() {
    return fatal;
  }
}
