package org.moduletools.devicetable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.moduletools.elf.ByteSource;
import org.moduletools.elf.ElfBuilder;
import org.moduletools.elf.ElfFile;
import org.moduletools.elf.ElfForm;

/** A module file with device tables, and what is read of them. */
final class TableFile {

  private final ElfBuilder elf;
  private int sections;

  TableFile(ElfForm form) {
    elf = new ElfBuilder(form);
  }

  /** Adds a table that has a section for itself, with other bytes before it. */
  TableFile table(String symbol, byte[] bytes) {
    return table(symbol, bytes, bytes.length);
  }

  /** Adds a table whose symbol states another size. */
  TableFile table(String symbol, byte[] bytes, int sizeBytes) {
    byte[] section = new byte[bytes.length + 16];
    System.arraycopy(bytes, 0, section, 8, bytes.length);
    int number = elf.section(".rodata." + sections++, section);
    elf.symbol(symbol, number, 8, sizeBytes, ElfBuilder.GLOBAL);
    return this;
  }

  /** Gives out the builder for what this has no word for. */
  ElfBuilder elf() {
    return elf;
  }

  List<DeviceTable> read() throws IOException {
    return DeviceTables.read(ElfFile.parse(ByteSource.of(elf.build())));
  }

  /** Returns the aliases of all tables. */
  List<String> patterns() throws IOException {
    List<String> patterns = new ArrayList<>();
    read().forEach(table -> patterns.addAll(table.patterns()));
    return patterns;
  }

  /** Returns the rows of a map file for a module of that name. */
  List<String> rows(String mapFile, String module) throws IOException {
    for (MapFile map : MapFiles.all()) {
      if (map.name().equals(mapFile)) {
        return map.rows(module, read());
      }
    }
    throw new IllegalArgumentException(mapFile);
  }
}
