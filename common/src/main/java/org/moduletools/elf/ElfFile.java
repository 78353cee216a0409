package org.moduletools.elf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * An ELF file of either class and byte order, of which only the parts asked for are read.
 *
 * <p>A section that reaches past the end of the file, or whose name does, is treated as missing
 * (kmod 34, libkmod/libkmod-elf.c: elf_find_section). Serves one thread.
 */
public final class ElfFile {

  /** The {@link #machine} {@code EM_SPARC} in elf.h. */
  public static final int SPARC = 2;

  /** The {@link #machine} {@code EM_SPARCV9} in elf.h. */
  public static final int SPARC_V9 = 43;

  private static final int RELOCATABLE = 1;

  /**
   * The largest part that is read, so that no file can fill the memory. The symbol tables of the
   * largest real modules have some 5 MiB.
   */
  private static final int MAX_PART_BYTES = 64 << 20;

  private final ByteSource source;
  private final ElfHeader header;
  private final ByteBuffer sectionHeaders;
  private final StringTable sectionNames;

  /** How the sections' names begin, by which most others are told from the one looked for. */
  private final long[] beginnings;

  private ElfFile(
      ByteSource source, ElfHeader header, ByteBuffer sectionHeaders, StringTable sectionNames) {
    this.source = source;
    this.header = header;
    this.sectionHeaders = sectionHeaders;
    this.sectionNames = sectionNames;
    this.beginnings = new long[header.sectionCount()];
    for (int i = 0; i < beginnings.length; i++) {
      int name = nameOffset(i);
      beginnings[i] = sectionNames.contains(name) ? sectionNames.beginning(name) : 0;
    }
  }

  /**
   * Reads the headers and the section names of {@code source}. Other parts are read on demand.
   *
   * @throws NotElfException if it is no ELF file
   * @throws ElfFormatException if its headers contradict each other or reach past its end
   */
  public static ElfFile parse(ByteSource source) throws IOException {
    ElfHeader header = ElfHeader.parse(source);
    long offset = header.sectionTableOffset();
    long sizeBytes = (long) header.sectionCount() * header.sectionHeaderBytes();
    ByteBuffer headers =
        read(source, "section header table", offset, sizeBytes).order(header.byteOrder());
    if (Integer.compareUnsigned(header.namesSection(), header.sectionCount()) >= 0) {
      throw new ElfFormatException("no section holds the section names", offset);
    }
    Section names =
        Section.parse(header, headers, header.namesSection() * header.sectionHeaderBytes());
    ByteBuffer nameBytes = read(source, "section name table", names.offset(), names.sizeBytes());
    if (!nameBytes.hasRemaining() || nameBytes.get(nameBytes.limit() - 1) != 0) {
      throw new ElfFormatException("section name table does not end in NUL", names.offset());
    }
    return new ElfFile(source, header, headers, new StringTable(nameBytes));
  }

  private static ByteBuffer read(ByteSource source, String part, long offset, long sizeBytes)
      throws IOException {
    if (!source.contains(offset, sizeBytes)) {
      throw new ElfFormatException(part + " past end of file", offset);
    }
    if (sizeBytes > MAX_PART_BYTES) {
      throw new ElfFormatException(part + " larger than " + MAX_PART_BYTES + " bytes", offset);
    }
    return source.read(offset, (int) sizeBytes);
  }

  /** Returns all bytes of the file, including those after the end of the ELF file proper. */
  public ByteSource content() {
    return source;
  }

  /** Returns whether addresses have 64 bits, not 32. */
  public boolean is64Bit() {
    return header.is64Bit();
  }

  /** Returns the order of the bytes in every number of the file. */
  public ByteOrder byteOrder() {
    return header.byteOrder();
  }

  /** Returns whether {@code e_type} is {@code ET_REL}, as of all modules. */
  public boolean isRelocatable() {
    return header.type() == RELOCATABLE;
  }

  /** Returns {@code e_machine}, such as {@link #SPARC}. */
  public int machine() {
    return header.machine();
  }

  /** Returns the first section called {@code name} that lies within the file. */
  public Optional<Section> section(String name) {
    long beginning = new StringTable(ByteBuffer.wrap(name.getBytes(ISO_8859_1))).beginning(0);
    for (int i = 0; i < beginnings.length; i++) {
      if (beginnings[i] == beginning && isCalled(i, name)) {
        Optional<Section> found = section(i);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private boolean isCalled(int section, String name) {
    int offset = nameOffset(section);
    return sectionNames.contains(offset) && sectionNames.isAt(offset, name);
  }

  private int nameOffset(int section) {
    return sectionHeaders.getInt(section * header.sectionHeaderBytes());
  }

  /** Returns the section with that number, counted from 0, if it lies within the file. */
  public Optional<Section> section(int number) {
    if (Integer.compareUnsigned(number, header.sectionCount()) >= 0) {
      return Optional.empty();
    }
    Section section = Section.parse(header, sectionHeaders, number * header.sectionHeaderBytes());
    boolean isWithin = source.contains(section.offset(), section.sizeBytes())
        && sectionNames.contains(section.nameOffset());
    return isWithin ? Optional.of(section) : Optional.empty();
  }

  /**
   * Returns the bytes of {@code section}, in the file's byte order. They may be shared and must not
   * be changed.
   *
   * @throws ElfFormatException if it is larger than any real section that is worth reading
   */
  public ByteBuffer bytes(Section section) throws IOException {
    return read(source, "section", section.offset(), section.sizeBytes()).order(byteOrder());
  }

  /**
   * Returns {@code length} bytes of {@code section} from {@code offset} on, unsigned and counted
   * from its beginning, or nothing if they are not all within it.
   */
  public Optional<ByteBuffer> bytes(Section section, long offset, int length) throws IOException {
    if (length > section.sizeBytes()
        || Long.compareUnsigned(offset, section.sizeBytes() - length) > 0) {
      return Optional.empty();
    }
    ByteBuffer bytes = read(source, "part of a section", section.offset() + offset, length);
    return Optional.of(bytes.order(byteOrder()));
  }

  /**
   * Returns the symbols of section {@code .symtab}, whose names are in {@code .strtab}; none if
   * there is no such section.
   *
   * @throws ElfFormatException if the size of {@code .symtab} is no multiple of a symbol's
   */
  public SymbolTable symbols() throws IOException {
    Optional<Section> symbols = section(".symtab");
    Optional<Section> names = section(".strtab");
    if (symbols.isEmpty() || names.isEmpty()) {
      return SymbolTable.empty(header);
    }
    Section section = symbols.get();
    if (section.sizeBytes() % SymbolTable.symbolBytes(header) != 0) {
      throw new ElfFormatException("symbol table ends within a symbol", section.offset());
    }
    return new SymbolTable(
        header, bytes(section), section.offset(), new StringTable(bytes(names.get())), extended());
  }

  /** Returns the table of section numbers that do not fit into a symbol. */
  private ByteBuffer extended() throws IOException {
    Optional<Section> section = section(".symtab_shndx");
    return section.isPresent() ? bytes(section.get()) : ByteBuffer.allocate(0);
  }
}
