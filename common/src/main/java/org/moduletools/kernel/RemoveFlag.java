package org.moduletools.kernel;

import java.util.Set;

/**
 * Flags of delete_module(2): open(2)'s flags with other meanings. The values are those of
 * include/uapi/asm-generic/fcntl.h, which all machines of {@code org.moduletools.linux} share.
 */
public enum RemoveFlag {
  /** O_NONBLOCK: refuse at once if the module is in use. Kernels since 3.13 always do. */
  NO_WAIT(04000),

  /** O_EXCL: what module-init-tools passed; kernels since 2.6 do not look at it. */
  EXCLUSIVE(0200),

  /** O_TRUNC: remove it though it is in use or has no exit function, if the kernel was so built. */
  FORCE(01000);

  private final int bit;

  RemoveFlag(int bit) {
    this.bit = bit;
  }

  /** Returns the bits of {@code flags}, as the system call wants them. */
  public static int bits(Set<RemoveFlag> flags) {
    int bits = 0;
    for (RemoveFlag flag : flags) {
      bits |= flag.bit;
    }
    return bits;
  }
}
