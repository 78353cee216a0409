package org.moduletools.linux;

import java.util.Map;
import java.util.Optional;

/**
 * The numbers by which a process of one machine makes the three system calls on modules.
 *
 * @param finitModule of finit_module(2)
 * @param initModule of init_module(2)
 * @param deleteModule of delete_module(2)
 */
record SystemCalls(int finitModule, int initModule, int deleteModule) {

  /** include/uapi/asm-generic/unistd.h: the machines that came after 2010. */
  private static final SystemCalls GENERIC = new SystemCalls(273, 105, 106);

  /** arch/x86/entry/syscalls/syscall_32.tbl. */
  private static final SystemCalls I386 = new SystemCalls(350, 128, 129);

  /** arch/x86/entry/syscalls/syscall_64.tbl. */
  private static final SystemCalls X86_64 = new SystemCalls(313, 175, 176);

  /** Keys are the values of Java's {@code os.arch}, including those of other JVMs than Debian's. */
  private static final Map<String, SystemCalls> BY_MACHINE = Map.ofEntries(
      Map.entry("amd64", X86_64),
      Map.entry("x86_64", X86_64),
      Map.entry("i386", I386),
      Map.entry("i686", I386),
      Map.entry("x86", I386),
      Map.entry("aarch64", GENERIC),
      Map.entry("riscv64", GENERIC),
      Map.entry("loongarch64", GENERIC),
      // arch/arm/tools/syscall.tbl
      Map.entry("arm", new SystemCalls(379, 128, 129)),
      // arch/powerpc/kernel/syscalls/syscall.tbl
      Map.entry("ppc64le", new SystemCalls(353, 128, 129)),
      // arch/s390/kernel/syscalls/syscall.tbl
      Map.entry("s390x", new SystemCalls(344, 128, 129)));

  /**
   * Returns the numbers for a process with the {@code os.arch} {@code machine}. That is the
   * process' machine: a 32-bit one has 32-bit numbers on a 64-bit kernel too.
   */
  static Optional<SystemCalls> of(String machine) {
    return Optional.ofNullable(BY_MACHINE.get(machine));
  }
}
