package org.moduletools.modulefile;

import java.io.IOException;
import org.moduletools.elf.ElfFormatException;

/**
 * Thrown for a module file that cannot be used. {@link #getMessage} states the fault and its
 * position, without the file's name; {@link #reason} is coarser.
 */
public final class ModuleFormatException extends IOException {

  private static final long serialVersionUID = 1L;

  private final Reason reason;

  ModuleFormatException(Reason reason, String problem) {
    super(problem);
    this.reason = reason;
  }

  ModuleFormatException(Reason reason, String problem, Throwable cause) {
    super(problem, cause);
    this.reason = reason;
  }

  /** Takes the message of {@code cause}. */
  ModuleFormatException(Reason reason, ElfFormatException cause) {
    super(cause.getMessage(), cause);
    this.reason = reason;
  }

  /** Returns the reason, one of kmod's error numbers. */
  public Reason reason() {
    return reason;
  }

  /**
   * Returns whether the fault is in the ELF file, which could be read, and decompressed if need be.
   */
  public boolean isOfElf() {
    return getCause() instanceof ElfFormatException;
  }

  /** The reasons for which kmod has error numbers. */
  public enum Reason {
    /** The requested part is not in the file ({@code ENODATA}). */
    NO_DATA("No data available"),

    /** The file is no module ({@code ENOEXEC}). */
    NOT_ELF("Exec format error"),

    /** The file is damaged, or of an unsupported kind ({@code EINVAL}). */
    BROKEN("Invalid argument");

    private final String text;

    Reason(String text) {
      this.text = text;
    }

    /** Returns strerror's text for the error number. */
    public String text() {
      return text;
    }
  }
}
