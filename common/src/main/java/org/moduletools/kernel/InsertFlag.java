package org.moduletools.kernel;

import java.util.Set;

/** Flags of finit_module(2) (include/uapi/linux/module.h). */
public enum InsertFlag {
  /** Do not compare the versions of symbols. */
  IGNORE_MODVERSIONS(1),

  /** Do not compare the module's vermagic with the kernel's. */
  IGNORE_VERMAGIC(2),

  /** The file is compressed as {@link Kernel#compression} says. */
  COMPRESSED_FILE(4);

  private final int bit;

  InsertFlag(int bit) {
    this.bit = bit;
  }

  /** Returns the bits of {@code flags}, as the system call wants them. */
  public static int bits(Set<InsertFlag> flags) {
    int bits = 0;
    for (InsertFlag flag : flags) {
      bits |= flag.bit;
    }
    return bits;
  }
}
