package org.moduletools.modulefile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.moduletools.elf.ElfFormatException;
import org.moduletools.elf.NotElfException;
import org.moduletools.elf.Section;
import org.moduletools.modulefile.ModuleFormatException.Reason;

/**
 * The bytes of a module for init_module(2), and changes to them. Each change returns a new image
 * without the signature, which would no longer be valid and make the kernel refuse the module.
 */
public final class ModuleImage {

  private final byte[] bytes;

  private ModuleImage(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Reads the module in {@code file}, and decompresses it if need be.
   *
   * @throws ModuleFormatException if the compressed data are damaged
   */
  public static ModuleImage read(Path file) throws IOException {
    return new ModuleImage(ModuleContent.image(file));
  }

  /** Returns the image of {@code bytes}, decompressed if need be. */
  public static ModuleImage of(byte[] bytes) throws IOException {
    return new ModuleImage(ModuleContent.image(bytes));
  }

  /** Returns a copy of the bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** Returns whether there is a signature, which a change would remove. */
  public boolean isSigned() {
    return SignatureTrailer.lengthIn(bytes) > 0;
  }

  /**
   * Returns this image without the versions of the symbols that it needs, so that the kernel does
   * not compare them (kmod 34, libkmod/libkmod-elf.c: kmod_elf_strip). The two newer sections hold
   * the same for long names.
   *
   * @throws ModuleFormatException if it is no ELF file or a broken one
   */
  public ModuleImage withoutModversions() throws IOException {
    return edit(editor -> {
      editor.dropFromMemory("__versions");
      editor.dropFromMemory("__version_ext_crcs");
      editor.dropFromMemory("__version_ext_names");
    });
  }

  /**
   * Returns this image without its version magic, so that the kernel does not compare it.
   *
   * @throws ModuleFormatException if it is no ELF file or a broken one, or if there is a
   *     {@code .modinfo} section and no version magic in it
   */
  public ModuleImage withoutVermagic() throws IOException {
    return edit(editor -> {
      editor.dropFromMemory("__vermagic"); // where kernels of the 2.5 series had it
      Optional<Section> modinfo = editor.section(".modinfo");
      if (modinfo.isPresent() && !editor.blank(modinfo.get(), "vermagic=")) {
        throw new ModuleFormatException(Reason.NO_DATA, "no vermagic in section .modinfo");
      }
    });
  }

  /**
   * Returns this image without its exit hook. The kernel never unloads a module with an init
   * function and no exit function (kernel/module/main.c: delete_module), and /proc/modules shows it
   * as {@code [permanent]}.
   *
   * @throws ModuleFormatException if it is no ELF file or a broken one, or has no init function,
   *     since the kernel then unloads it all the same
   */
  public ModuleImage permanent() throws IOException {
    return edit(editor -> {
      if (!editor.isInThisModule("init_module")) {
        throw new ModuleFormatException(
            Reason.NO_DATA, "it has no init function, so the kernel cannot be made to keep it");
      }
      editor.takeOutOfThisModule("cleanup_module");
    });
  }

  /** A change to an image. */
  @FunctionalInterface
  private interface Change {
    void make(ImageEditor editor) throws IOException;
  }

  private ModuleImage edit(Change change) throws IOException {
    try {
      ImageEditor editor = new ImageEditor(bytes);
      change.make(editor);
      return new ModuleImage(editor.isChanged() ? editor.withoutSignature() : bytes);
    } catch (NotElfException wrong) {
      throw new ModuleFormatException(Reason.NOT_ELF, wrong);
    } catch (ElfFormatException wrong) {
      throw new ModuleFormatException(Reason.BROKEN, wrong);
    }
  }
}
