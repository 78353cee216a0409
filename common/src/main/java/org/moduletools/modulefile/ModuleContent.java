package org.moduletools.modulefile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import org.moduletools.codec.SystemCodecs;
import org.moduletools.elf.ByteSource;
import org.moduletools.elf.ElfFile;
import org.moduletools.elf.ElfFormatException;
import org.moduletools.elf.NotElfException;
import org.moduletools.elf.Scratch;
import org.moduletools.files.FileOpener;
import org.moduletools.files.OpenFile;
import org.moduletools.modulefile.ModuleFormatException.Reason;

/**
 * Opens module files. A plain file is read on demand; a compressed one is decompressed in memory.
 */
final class ModuleContent {

  private ModuleContent() {}

  /** Reads a module's content while its file is open. */
  interface Reader<T> {
    T read(ElfFile elf) throws IOException;
  }

  /**
   * Returns the result of {@code reader} for the module in {@code file}.
   *
   * @throws ModuleFormatException if it is no module, or a damaged one
   */
  static <T> T read(Path file, Workspace workspace, Reader<T> reader) throws IOException {
    try (OpenFile open = workspace.opener().open(file)) {
      return reader.read(ElfFile.parse(
          decompressed(ByteSource.of(open, workspace.scratch()), workspace.decompressor())));
    } catch (NotElfException e) {
      throw new ModuleFormatException(Reason.NOT_ELF, e);
    } catch (ElfFormatException e) {
      throw new ModuleFormatException(Reason.BROKEN, e);
    }
  }

  /**
   * Returns the whole module in {@code file}, decompressed.
   *
   * @throws ModuleFormatException if the file is too large, or its compressed data are damaged
   */
  static byte[] image(Path file) throws IOException {
    try (OpenFile open = FileOpener.BY_JAVA.open(file)) {
      return image(ByteSource.of(open, new Scratch(0)));
    }
  }

  /** Returns the whole module in {@code bytes}, decompressed. */
  static byte[] image(byte[] bytes) throws IOException {
    return image(ByteSource.of(bytes));
  }

  private static byte[] image(ByteSource file) throws IOException {
    ByteSource image = decompressed(file, new FastDecompressor(SystemCodecs.NONE));
    if (image.sizeBytes() > Decompressor.MAX_IMAGE_BYTES) {
      throw new ModuleFormatException(
          Reason.BROKEN, "module larger than " + Decompressor.MAX_IMAGE_BYTES + " bytes");
    }
    ByteBuffer bytes = image.read(0, (int) image.sizeBytes());
    byte[] copy = new byte[bytes.remaining()];
    bytes.get(copy);
    return copy;
  }

  /** Returns the file's compression. */
  static Compression compression(Path file) throws IOException {
    try (OpenFile open = FileOpener.BY_JAVA.open(file)) {
      return compression(ByteSource.of(open, new Scratch(0)));
    }
  }

  private static ByteSource decompressed(ByteSource file, FastDecompressor decompressor)
      throws IOException {
    Compression compression = compression(file);
    if (compression == Compression.PLAIN) {
      return file;
    }
    int maxBytes = Decompressor.maxImageBytes();
    if (file.sizeBytes() > maxBytes) {
      throw new ModuleFormatException(
          Reason.BROKEN, "compressed file larger than " + maxBytes + " bytes");
    }
    ByteBuffer compressed = file.read(0, (int) file.sizeBytes());
    Optional<ByteSource> image = decompressor.decompress(compression, compressed, maxBytes);
    return image.isPresent()
        ? image.get()
        : ByteSource.of(Decompressor.decompress(compression, compressed, maxBytes));
  }

  private static Compression compression(ByteSource file) throws IOException {
    if (file.sizeBytes() < Compression.HEAD_BYTES) {
      throw new ModuleFormatException(
          Reason.BROKEN, "file too short to be a module: offset=" + file.sizeBytes());
    }
    return Compression.of(file.read(0, Compression.HEAD_BYTES));
  }
}
