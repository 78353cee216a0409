package org.moduletools.modulefile;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;

/**
 * For what machine a module file is, as its ELF header states it.
 *
 * @param isRelocatable whether its type is {@code ET_REL}, which the kernel wants of modules
 * @param is64Bit whether addresses have 64 bits, not 32
 * @param byteOrder that of its numbers
 * @param machine {@code e_machine}
 */
public record ModuleForm(boolean isRelocatable, boolean is64Bit, ByteOrder byteOrder, int machine) {

  /**
   * Reads it from {@code file}.
   *
   * @throws ModuleFormatException if it is no module, or a damaged one
   */
  public static ModuleForm read(Path file) throws IOException {
    return ModuleContent.read(
        file,
        Workspace.ofOne(),
        elf -> new ModuleForm(elf.isRelocatable(), elf.is64Bit(), elf.byteOrder(), elf.machine()));
  }

  /** Returns it but for the type, such as {@code machine 62, 64 bit, LITTLE_ENDIAN}. */
  @Override
  public String toString() {
    return "machine " + machine + ", " + (is64Bit ? "64" : "32") + " bit, " + byteOrder;
  }
}
