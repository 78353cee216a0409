package org.moduletools.indexing;

import java.nio.file.Path;

/**
 * A file of the kernel's build that lists the exports of the kernel itself.
 *
 * @param file its path
 * @param shown its name in problems
 * @param form its format
 */
public record KernelSymbolFile(Path file, String shown, Form form) {

  /** The format of such a file. */
  public enum Form {
    /** {@code Module.symvers}: with their versions. */
    SYMVERS,
    /** {@code System.map}: without. */
    SYSTEM_MAP
  }
}
