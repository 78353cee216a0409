package org.moduletools.elf;

/** Thrown for a file that does not begin as an ELF file does. */
public final class NotElfException extends ElfFormatException {

  private static final long serialVersionUID = 1L;

  NotElfException(String problem, long offset) {
    super(problem, offset);
  }
}
