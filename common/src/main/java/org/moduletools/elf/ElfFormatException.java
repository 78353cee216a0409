package org.moduletools.elf;

import java.io.IOException;

/**
 * Thrown for a file that is not an ELF file, or a damaged one. The message states the fault and its
 * offset.
 */
public sealed class ElfFormatException extends IOException permits NotElfException {

  private static final long serialVersionUID = 1L;

  /** The message is {@code problem: offset=N}; {@code offset} is in bytes, unsigned. */
  public ElfFormatException(String problem, long offset) {
    super(problem + ": offset=" + Long.toUnsignedString(offset));
  }
}
