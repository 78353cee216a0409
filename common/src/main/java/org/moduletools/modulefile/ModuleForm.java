package org.moduletools.modulefile;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;

/**
 * The machine of a module file, from its ELF header.
 *
 * @param isRelocatable whether its type is {@code ET_REL}, as the kernel requires
 * @param is64Bit whether addresses have 64 bits, not 32
 * @param byteOrder that of its numbers
 * @param machine {@code e_machine}
 */
public record ModuleForm(boolean isRelocatable, boolean is64Bit, ByteOrder byteOrder, int machine) {

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

  /** Returns all but the type, such as {@code machine 62, 64 bit, LITTLE_ENDIAN}. */
  @Override
  public String toString() {
    return "machine " + machine + ", " + (is64Bit ? "64" : "32") + " bit, " + byteOrder;
  }
}
