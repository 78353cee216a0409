package org.moduletools.diagnosis;

import org.moduletools.kernel.Errno;

/**
 * A module whose own init function refused to start.
 *
 * @param errno the reason that it gave
 */
public record InitFailure(Errno errno) implements Cause {

  @Override
  public String inWords() {
    String meaning = switch (errno) {
      case ENODEV, ENXIO -> "it found no device or feature that it is for";
      case ENOMEM -> "it got no memory, as the kernel may not have for it either";
      case EINTR -> "a signal interrupted it";
      case EEXIST -> "something that it registers is registered already, by another driver";
      case EBUSY -> "what it needs is taken by another driver";
      case EIO -> "its device did not answer as it should";
      default -> "it ended with " + errno;
    };
    String others = errno == Errno.ENOSPC ? "a parameter's text is too long, or " : "";
    return others + "the module's own start refused: " + meaning + "; see the kernel's log (dmesg)";
  }
}
