package org.moduletools.elf;

/** Says that a file does not begin as an ELF file does, so that it is something else. */
public final class NotElfException extends ElfFormatException {

  private static final long serialVersionUID = 1L;

  NotElfException(String problem, long offset) {
    super(problem, offset);
  }
}
