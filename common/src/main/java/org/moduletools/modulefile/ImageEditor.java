package org.moduletools.modulefile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.moduletools.elf.ByteSource;
import org.moduletools.elf.ElfFile;
import org.moduletools.elf.Section;
import org.moduletools.elf.SymbolTable;

/**
 * A copy of a module's image while it is changed.
 *
 * <p>Fields of section headers, counted from the header's beginning (elf.h): {@code sh_flags} at 8,
 * {@code sh_size} at 20 (32 bit) or 32 (64 bit). Relocations:
 *
 * <pre>
 *            REL 32           RELA 32          REL 64             RELA 64
 *   offset   0-3              0-3              0-7                0-7
 *   info     4-7              4-7              8-15               8-15
 *   addend   in the place     8-11             in the place       16-23
 *   symbol   info &gt;&gt; 8        info &gt;&gt; 8        info &gt;&gt; 32         info &gt;&gt; 32
 * </pre>
 */
final class ImageEditor {

  /** {@code SHF_ALLOC}: the section is in memory at run time. */
  private static final long ALLOC = 2;

  private static final String THIS_MODULE = ".gnu.linkonce.this_module";

  private final byte[] image;
  private final ByteBuffer buffer;
  private final ElfFile elf;
  private final int wordBytes;
  private boolean changed;

  ImageEditor(byte[] original) throws IOException {
    image = original.clone();
    elf = ElfFile.parse(ByteSource.of(image));
    buffer = ByteBuffer.wrap(image).order(elf.byteOrder());
    wordBytes = elf.is64Bit() ? 8 : 4;
  }

  /** Returns whether anything was changed. */
  boolean isChanged() {
    return changed;
  }

  /** Returns the changed image, without its signature, which no longer fits. */
  byte[] withoutSignature() {
    return Arrays.copyOf(image, image.length - SignatureTrailer.lengthIn(image));
  }

  /**
   * Marks section {@code name}, if there is one, as not needed at run time, so that the kernel does
   * not find it.
   */
  void dropFromMemory(String name) {
    elf.section(name)
        .ifPresent(section -> putWord(section.headerOffset() + 8, section.flags() & ~ALLOC));
  }

  /**
   * Overwrites the first string of {@code section} that begins with {@code prefix} by NULs; returns
   * whether there is one.
   */
  boolean blank(Section section, String prefix) {
    byte[] wanted = prefix.getBytes(ISO_8859_1);
    int end = (int) (section.offset() + section.sizeBytes());
    int stop;
    for (int start = (int) section.offset(); start < end; start = stop + 1) {
      stop = start;
      while (stop < end && image[stop] != 0) {
        stop++;
      }
      int compared = Math.min(stop, start + wanted.length);
      if (Arrays.equals(image, start, compared, wanted, 0, wanted.length)) {
        changed = true;
        Arrays.fill(image, start, stop, (byte) 0);
        return true;
      }
    }
    return false;
  }

  Optional<Section> section(String name) {
    return elf.section(name);
  }

  /** Returns whether a relocation puts the address of {@code symbol} into {@code struct module}. */
  boolean isInThisModule(String symbol) throws IOException {
    return findRelocation(symbol).isPresent();
  }

  /**
   * Takes out the relocation, if there is one, that puts the address of {@code symbol} into
   * {@code struct module}: the last relocation takes its place and the section ends one earlier.
   * (To change its type to "none" would be simpler, but i386 kernels refuse that type.)
   */
  void takeOutOfThisModule(String symbol) throws IOException {
    Optional<Relocation> found = findRelocation(symbol);
    if (found.isEmpty()) {
      return;
    }
    Section section = found.get().section();
    int entryBytes = found.get().sizeBytes();
    int last = found.get().last();
    System.arraycopy(image, last, image, found.get().position(), entryBytes);
    Arrays.fill(image, last, last + entryBytes, (byte) 0);
    putWord(section.headerOffset() + (elf.is64Bit() ? 32 : 20), section.sizeBytes() - entryBytes);
  }

  /**
   * A relocation of {@code struct module}; {@code last} is the position of the last one of its
   * section.
   */
  private record Relocation(Section section, int position, int last, int sizeBytes) {}

  private Optional<Relocation> findRelocation(String symbol) throws IOException {
    boolean explicitAddend = elf.section(".rela" + THIS_MODULE).isPresent();
    Optional<Section> section = elf.section((explicitAddend ? ".rela" : ".rel") + THIS_MODULE);
    if (section.isEmpty()) {
      return Optional.empty();
    }
    int entryBytes = wordBytes * (explicitAddend ? 3 : 2);
    int count = (int) (section.get().sizeBytes() / entryBytes);
    int first = (int) section.get().offset();
    SymbolTable symbols = elf.symbols();
    for (int i = 0; i < count; i++) {
      int position = first + i * entryBytes;
      long number = symbolOf(position);
      if (number < symbols.count() && symbols.name((int) number).equals(symbol)) {
        return Optional.of(
            new Relocation(section.get(), position, first + (count - 1) * entryBytes, entryBytes));
      }
    }
    return Optional.empty();
  }

  /** Returns the number of the symbol that the relocation at {@code entry} names. */
  private long symbolOf(int entry) {
    if (elf.is64Bit()) {
      return buffer.getLong(entry + wordBytes) >>> 32;
    }
    return Integer.toUnsignedLong(buffer.getInt(entry + wordBytes)) >>> 8;
  }

  private void putWord(long position, long value) {
    changed = true;
    if (elf.is64Bit()) {
      buffer.putLong((int) position, value);
    } else {
      buffer.putInt((int) position, (int) value);
    }
  }
}
