package org.moduletools.modulefile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.airlift.compress.zstd.ZstdCompressor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import org.moduletools.elf.ElfBuilder;
import org.moduletools.elf.ElfForm;
import org.moduletools.elf.SymbolTable;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/**
 * Builds module files as the kernel's build does:
 *
 * <pre>
 *   new ModuleBuilder().modinfo("alias=pci:v*").exports("foo", 0x1234).needs("bar")
 *       .writeTo(modules.resolve("kernel/foo.ko.xz"));
 * </pre>
 */
public final class ModuleBuilder {

  private final ElfForm form;
  private final StringBuilder modinfo = new StringBuilder();
  private final StringBuilder exportStrings = new StringBuilder();
  private final List<Consumer<ElfBuilder>> parts = new ArrayList<>();
  private final Map<String, Long> relativeCrcs = new LinkedHashMap<>();
  private final ByteArrayOutputStream versions = new ByteArrayOutputStream();
  private final ByteArrayOutputStream extendedCrcs = new ByteArrayOutputStream();
  private final StringBuilder extendedNames = new StringBuilder();
  private byte[] trailer = new byte[0];

  /** Begins a module for a machine of 64 bits, little-endian. */
  public ModuleBuilder() {
    this(ElfForm.LE64);
  }

  public ModuleBuilder(ElfForm form) {
    this.form = form;
  }

  /** Appends five bytes as a signature of this kind, 2 for PKCS#7; they can be none. */
  public ModuleBuilder badlySigned(int kind) {
    byte[] mark = "~Module signature appended~\n".getBytes(ISO_8859_1);
    trailer = ByteBuffer.allocate(5 + 12 + mark.length)
        .put(new byte[] {1, 2, 3, 4, 5})
        .put(new byte[] {0, 0, (byte) kind, 0, 0, 0, 0, 0})
        .putInt(5)
        .put(mark)
        .array();
    return this;
  }

  /** Adds strings such as {@code license=GPL}. */
  public ModuleBuilder modinfo(String... strings) {
    for (String string : strings) {
      modinfo.append(string).append('\0');
    }
    return this;
  }

  /** Exports symbols without versions. */
  public ModuleBuilder exports(String... names) {
    for (String name : names) {
      exportStrings.append(name).append('\0');
      parts.add(elf -> elf.symbol(name, SymbolTable.ABSOLUTE, 0, 0, ElfBuilder.GLOBAL));
    }
    return this;
  }

  /** Exports a symbol whose {@code __crc_} symbol has its version as value. */
  public ModuleBuilder exports(String name, long crc) {
    parts.add(elf -> elf.symbol("__crc_" + name, SymbolTable.ABSOLUTE, crc, 0, ElfBuilder.GLOBAL));
    return exports(name);
  }

  /** Exports a symbol whose {@code __crc_} symbol, a local one, says where its version stands. */
  public ModuleBuilder exportsRelative(String name, long crc) {
    relativeCrcs.put(name, crc);
    return exports(name);
  }

  /** Adds a string to those of the exports that is none, as a namespace does. */
  public ModuleBuilder namespace(String name) {
    exportStrings.append(name).append('\0');
    return this;
  }

  /** Needs symbols of other modules or the kernel. */
  public ModuleBuilder needs(String... names) {
    for (String name : names) {
      parts.add(elf -> elf.undefined(name, ElfBuilder.GLOBAL));
    }
    return this;
  }

  /** Needs symbols that may be missing. */
  public ModuleBuilder needsWeak(String... names) {
    for (String name : names) {
      parts.add(elf -> elf.undefined(name, ElfBuilder.WEAK));
    }
    return this;
  }

  /** Adds a record to {@code __versions}. */
  public ModuleBuilder version(String name, long crc) {
    ByteBuffer buffer = form.allocate(64);
    form.putWord(buffer, crc);
    buffer.put(name.getBytes(ISO_8859_1));
    versions.writeBytes(ElfForm.bytes(buffer));
    return this;
  }

  /** Adds a version in the form of kernel 6.14. */
  public ModuleBuilder extendedVersion(String name, long crc) {
    extendedCrcs.writeBytes(ElfForm.bytes(form.allocate(4).putInt((int) crc)));
    extendedNames.append(name).append('\0');
    return this;
  }

  /** Adds something that this builder has no word for. */
  public ModuleBuilder with(Consumer<ElfBuilder> part) {
    parts.add(part);
    return this;
  }

  /** Returns the file's bytes, not compressed. Parts that nothing was added to are left out. */
  public byte[] build() {
    ElfBuilder elf = new ElfBuilder(form);
    section(elf, ".modinfo", modinfo.toString().getBytes(ISO_8859_1));
    section(elf, "__versions", versions.toByteArray());
    section(elf, "__version_ext_crcs", extendedCrcs.toByteArray());
    section(elf, "__version_ext_names", extendedNames.toString().getBytes(ISO_8859_1));
    section(elf, "__ksymtab_strings", exportStrings.toString().getBytes(ISO_8859_1));
    if (!relativeCrcs.isEmpty()) {
      addRelativeCrcs(elf);
    }
    parts.forEach(part -> part.accept(elf));
    ByteArrayOutputStream module = new ByteArrayOutputStream();
    module.writeBytes(elf.build());
    module.writeBytes(trailer);
    return module.toByteArray();
  }

  private static void section(ElfBuilder elf, String name, byte[] bytes) {
    if (bytes.length > 0) {
      elf.section(name, bytes);
    }
  }

  private void addRelativeCrcs(ElfBuilder elf) {
    ByteBuffer crcs = form.allocate(4 * relativeCrcs.size());
    relativeCrcs.values().forEach(crc -> crcs.putInt(crc.intValue()));
    int section = elf.section("__kcrctab", ElfForm.bytes(crcs));
    int offset = 0;
    for (String name : relativeCrcs.keySet()) {
      elf.symbol("__crc_" + name, section, offset, 0, ElfBuilder.LOCAL);
      offset += 4;
    }
  }

  /**
   * Writes the module to {@code file}, compressed as the end of its name says, and makes the
   * folders above it.
   */
  public Path writeTo(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(file, compressed(file.toString(), build()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  /** Returns {@code bytes} as a file would hold them whose name ends as {@code name} does. */
  static byte[] compressed(String name, byte[] bytes) throws IOException {
    if (name.endsWith(".zst")) {
      return zstd(bytes);
    }
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (OutputStream out = stream(name, file)) {
      out.write(bytes);
    }
    return file.toByteArray();
  }

  private static OutputStream stream(String name, OutputStream out) throws IOException {
    if (name.endsWith(".gz")) {
      return new GZIPOutputStream(out);
    }
    if (name.endsWith(".xz")) {
      return new XZOutputStream(out, new LZMA2Options(0));
    }
    return out;
  }

  private static byte[] zstd(byte[] bytes) {
    ZstdCompressor zstd = new ZstdCompressor();
    byte[] frame = new byte[zstd.maxCompressedLength(bytes.length)];
    int length = zstd.compress(bytes, 0, bytes.length, frame, 0, frame.length);
    return Arrays.copyOf(frame, length);
  }
}
