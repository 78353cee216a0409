package org.moduletools.modulefile;

import java.io.IOException;
import org.moduletools.elf.ElfFormatException;

/**
 * Says that a module file cannot be used: {@link #getMessage what is wrong and where}, without the
 * file's name, and {@link #reason}, which is coarser.
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

  /** Returns which of kmod's error numbers this is. */
  public Reason reason() {
    return reason;
  }

  /**
   * Returns whether it is the ELF file that is wrong, which then could be read, and was
   * decompressed whole if need be.
   */
  public boolean isOfElf() {
    return getCause() instanceof ElfFormatException;
  }

  /** What kmod tells apart by error numbers. */
  public enum Reason {
    /** The part that was asked for is not in the file ({@code ENODATA}). */
    NO_DATA("No data available"),

    /** The file is something else than a module ({@code ENOEXEC}). */
    NOT_ELF("Exec format error"),

    /** The file is damaged, or of a kind that is not read ({@code EINVAL}). */
    BROKEN("Invalid argument");

    private final String text;

    Reason(String text) {
      this.text = text;
    }

    /** Returns what strerror says of the error number. */
    public String text() {
      return text;
    }
  }
}
