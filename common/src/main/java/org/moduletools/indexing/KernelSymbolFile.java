package org.moduletools.indexing;

import java.nio.file.Path;

/**
 * A file in which a kernel's build lists what the kernel itself exports.
 *
 * @param file where it is
 * @param shown what problems call it
 * @param form how it lists symbols
 */
public record KernelSymbolFile(Path file, String shown, Form form) {

  /** How such a file lists symbols. */
  public enum Form {
    /** {@code Module.symvers}: with their versions. */
    SYMVERS,
    /** {@code System.map}: without. */
    SYSTEM_MAP
  }
}
