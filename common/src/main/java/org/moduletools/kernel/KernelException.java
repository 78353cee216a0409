package org.moduletools.kernel;

/**
 * Thrown for a call that the kernel refused. Its meaning is the caller's decision: EEXIST on
 * insertion is success unless --first-time was given.
 */
public final class KernelException extends Exception {

  private static final long serialVersionUID = 1;

  private final String call;
  private final int number;

  /**
   * The kernel refused {@code call} with the errno {@code number}; the message is strerror's text.
   */
  public KernelException(String call, int number) {
    this(call, number, Errno.text(number));
  }

  /** As above, with a {@code message} that is more precise than strerror's text. */
  public KernelException(String call, int number, String message) {
    super(message);
    this.call = call;
    this.number = number;
  }

  /** Returns the name of the refused call, such as {@code finit_module} or {@code open}. */
  public String call() {
    return call;
  }

  /** Returns whether the message is more precise than strerror's text. */
  public boolean saysMore() {
    return !Errno.text(number).equals(getMessage());
  }

  /** Returns the reason; {@link Errno#UNKNOWN} if the kernel's number has no name. */
  public Errno errno() {
    return Errno.of(number);
  }
}
