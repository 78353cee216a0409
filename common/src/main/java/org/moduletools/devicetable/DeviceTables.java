package org.moduletools.devicetable;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.moduletools.elf.ElfFile;
import org.moduletools.elf.ElfFormatException;
import org.moduletools.elf.Section;
import org.moduletools.elf.SymbolTable;

/**
 * Finds the device tables of a module: symbols of the names that {@link TableName} knows, wherever
 * they stand. A table in a section without bytes is empty. A table of a bus that is not known is
 * passed over, as the kernel's build does.
 */
public final class DeviceTables {

  /**
   * What the tables of one file may have in all: a multiple of the largest real ones, which are of
   * some thousand records.
   */
  private static final int MAX_BYTES = 1 << 20;

  private DeviceTables() {}

  /**
   * Returns the tables of {@code elf} in the order of their symbols; there may be several of one
   * bus. Their bytes are copied.
   *
   * @throws ElfFormatException if a table reaches past the end of its section, or if all of them
   *     are larger than any module's
   */
  @SuppressWarnings("exports") // for modulefile
  public static List<DeviceTable> read(ElfFile elf) throws IOException {
    SymbolTable symbols = elf.symbols();
    byte[] start = TableName.START.getBytes(ISO_8859_1);
    Abi abi = Abi.of(elf);
    List<DeviceTable> tables = new ArrayList<>();
    int budget = MAX_BYTES;
    for (int symbol = 1; symbol < symbols.count(); symbol++) {
      if (!symbols.names().startsWith(symbols.nameOffset(symbol), start)) {
        continue;
      }
      Optional<TableName> name = TableName.parse(symbols.name(symbol));
      Optional<Bus> bus = name.flatMap(table -> Buses.named(table.bus()));
      if (bus.isEmpty()) {
        continue;
      }
      Optional<Section> section = elf.section(symbols.section(symbol));
      if (symbols.section(symbol) == SymbolTable.UNDEFINED
          || section.isEmpty()
          || section.get().type() == Section.NOBITS) {
        continue;
      }
      boolean isSized = symbols.sizeBytes(symbol) != 0;
      ByteBuffer bytes = bytes(elf, section.get(), symbols, symbol, budget);
      budget -= bytes.limit();
      tables.add(DeviceTable.read(
          bus.get(), structs(bus.get(), name.orElseThrow().isOldest()), abi, bytes, isSized));
    }
    return tables;
  }

  /** Symbols of the oldest form are of kernels that had the earliest declarations. */
  private static List<Struct> structs(Bus bus, boolean isOldest) {
    if (!isOldest) {
      return bus.structs();
    }
    List<Struct> earliestFirst = new ArrayList<>(bus.structs());
    Collections.reverse(earliestFirst);
    return earliestFirst;
  }

  private static ByteBuffer bytes(
      ElfFile elf, Section section, SymbolTable symbols, int symbol, int budget)
      throws IOException {
    long offset = symbols.value(symbol);
    long size = symbols.sizeBytes(symbol);
    if (size == 0 && Long.compareUnsigned(offset, section.sizeBytes()) < 0) {
      size = section.sizeBytes() - offset; // a record of zeros marks the end
    }
    if (Long.compareUnsigned(size, budget) > 0) {
      throw new ElfFormatException(
          "device tables larger than " + MAX_BYTES + " bytes", section.offset());
    }
    Optional<ByteBuffer> bytes = elf.bytes(section, offset, (int) size);
    if (bytes.isEmpty()) {
      throw new ElfFormatException(
          "device table " + symbols.name(symbol) + " past end of its section", section.offset());
    }
    byte[] copy = new byte[bytes.get().remaining()];
    bytes.get().get(copy);
    return ByteBuffer.wrap(copy).order(elf.byteOrder());
  }
}
