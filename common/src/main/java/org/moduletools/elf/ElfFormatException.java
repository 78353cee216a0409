package org.moduletools.elf;

import java.io.IOException;

/** Says that a file is not an ELF file, or a damaged one: what is wrong, and where. */
public sealed class ElfFormatException extends IOException permits NotElfException {

  private static final long serialVersionUID = 1L;

  /** Makes the message {@code problem: offset=N}; {@code offset} is in bytes, unsigned. */
  public ElfFormatException(String problem, long offset) {
    super(problem + ": offset=" + Long.toUnsignedString(offset));
  }
}
