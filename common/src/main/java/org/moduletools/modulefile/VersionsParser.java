package org.moduletools.modulefile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.moduletools.elf.ElfFile;
import org.moduletools.elf.Section;
import org.moduletools.elf.StringTable;
import org.moduletools.modulefile.ModuleFormatException.Reason;

/**
 * Reads the versions of the symbols that a module was built against. There are two forms of them
 * (kernel 6.14, include/linux/module.h: modversion_info; kernel/module/version.c:
 * modversion_ext_start), of which a module may have one or both:
 *
 * <pre>
 *   __versions            records of 64 bytes: a checksum as wide as an address, a name, NULs
 *   __version_ext_crcs    checksums of 4 bytes
 *   __version_ext_names   their names in the same order, each ended by a NUL
 * </pre>
 */
final class VersionsParser {

  private static final int RECORD_BYTES = 64;

  private VersionsParser() {}

  /** Receives versions one by one. */
  @FunctionalInterface
  interface Taker {

    /**
     * Receives the version of the symbol with the name in {@code names} from {@code from} to before
     * {@code to}.
     */
    void take(StringTable names, int from, int to, long crc);
  }

  /**
   * Returns the versions in {@code elf}: first the records, then those that only the extended form
   * has; nothing if the file has no section for either form.
   *
   * @throws ModuleFormatException if a section's size or a name does not fit the form
   */
  static Optional<List<SymbolVersion>> parse(ElfFile elf) throws IOException {
    List<SymbolVersion> versions = new ArrayList<>();
    boolean isStated = parse(
        elf,
        (names, from, to, crc) -> versions.add(new SymbolVersion(names.between(from, to), crc)));
    return isStated ? Optional.of(versions) : Optional.empty();
  }

  /**
   * Passes the versions of {@link #parse(ElfFile)} to {@code taker}, up to the first damage;
   * returns whether the file has a section for them.
   */
  static boolean parse(ElfFile elf, Taker taker) throws IOException {
    Optional<Section> records = elf.section("__versions");
    Optional<Section> crcs = elf.section("__version_ext_crcs");
    Optional<Section> names = elf.section("__version_ext_names");
    boolean hasExtended = crcs.isPresent() && names.isPresent();
    Set<String> known = new HashSet<>();
    if (records.isPresent()) {
      takeRecords(elf, records.get(), hasExtended ? noted(taker, known) : taker);
    }
    if (hasExtended) {
      takeExtended(elf, crcs.orElseThrow(), names.orElseThrow(), known, taker);
    }
    return records.isPresent() || hasExtended;
  }

  private static Taker noted(Taker taker, Set<String> known) {
    return (names, from, to, crc) -> {
      known.add(names.between(from, to));
      taker.take(names, from, to, crc);
    };
  }

  private static void takeRecords(ElfFile elf, Section section, Taker taker) throws IOException {
    ByteBuffer records = elf.bytes(section);
    if (records.limit() % RECORD_BYTES != 0) {
      throw broken("__versions ends within a record", section.offset());
    }
    StringTable names = new StringTable(records);
    int crcBytes = elf.is64Bit() ? Long.BYTES : Integer.BYTES;
    for (int record = 0; record < records.limit(); record += RECORD_BYTES) {
      int name = record + crcBytes;
      int next = record + RECORD_BYTES;
      int end = names.indexOf((byte) 0, name, next);
      if (end == next) {
        throw broken("name in __versions does not end in NUL", section.offset() + record);
      }
      long crc =
          elf.is64Bit() ? records.getLong(record) : Integer.toUnsignedLong(records.getInt(record));
      taker.take(names, name, end, crc);
    }
  }

  /** Passes the versions that are not {@code known}, and adds them to it. */
  private static void takeExtended(
      ElfFile elf, Section crcSection, Section nameSection, Set<String> known, Taker taker)
      throws IOException {
    ByteBuffer crcs = elf.bytes(crcSection);
    StringTable names = new StringTable(elf.bytes(nameSection));
    if (crcs.limit() % Integer.BYTES != 0) {
      throw broken("__version_ext_crcs ends within a checksum", crcSection.offset());
    }
    int begin = 0;
    while (crcs.hasRemaining()) {
      if (begin >= names.sizeBytes()) {
        throw broken("__version_ext_names has too few names", nameSection.offset());
      }
      int end = names.end(begin);
      long crc = Integer.toUnsignedLong(crcs.getInt());
      if (known.add(names.between(begin, end))) {
        taker.take(names, begin, end, crc);
      }
      begin = end + 1;
    }
  }

  private static ModuleFormatException broken(String problem, long offset) {
    return new ModuleFormatException(Reason.BROKEN, problem + ": offset=" + offset);
  }
}
