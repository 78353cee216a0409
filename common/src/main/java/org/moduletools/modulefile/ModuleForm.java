package org.moduletools.modulefile;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Map;

/**
 * The machine of a module file, from its ELF header.
 *
 * @param isRelocatable whether its type is {@code ET_REL}, as the kernel requires
 * @param is64Bit whether addresses have 64 bits, not 32
 * @param byteOrder that of its numbers
 * @param machine {@code e_machine}
 */
public record ModuleForm(boolean isRelocatable, boolean is64Bit, ByteOrder byteOrder, int machine) {

  /** The machines that Linux has modules for, by {@code e_machine} (uapi/linux/elf-em.h). */
  private static final Map<Integer, String> MACHINES = Map.ofEntries(
      Map.entry(2, "sparc"),
      Map.entry(3, "i386"),
      Map.entry(4, "m68k"),
      Map.entry(8, "mips"),
      Map.entry(15, "parisc"),
      Map.entry(20, "ppc"),
      Map.entry(21, "ppc64"),
      Map.entry(22, "s390"),
      Map.entry(40, "arm"),
      Map.entry(42, "sh"),
      Map.entry(43, "sparc64"),
      Map.entry(62, "x86-64"),
      Map.entry(183, "aarch64"),
      Map.entry(243, "riscv"),
      Map.entry(258, "loongarch"));

  /**
   * Reads the form of {@code file}. @throws ModuleFormatException if it is no module, or a damaged
   * one
   */
  public static ModuleForm read(Path file) throws IOException {
    return ModuleContent.read(
        file,
        Workspace.ofOne(),
        elf -> new ModuleForm(elf.isRelocatable(), elf.is64Bit(), elf.byteOrder(), elf.machine()));
  }

  /** Returns it but for the type, such as {@code x86-64, 64 bit, little endian}. */
  @Override
  public String toString() {
    String name = MACHINES.getOrDefault(machine, "machine " + machine);
    String order = byteOrder == ByteOrder.LITTLE_ENDIAN ? "little" : "big";
    return name + ", " + (is64Bit ? "64" : "32") + " bit, " + order + " endian";
  }
}
