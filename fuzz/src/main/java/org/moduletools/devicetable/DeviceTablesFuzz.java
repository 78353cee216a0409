package org.moduletools.devicetable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.moduletools.elf.ByteSource;
import org.moduletools.elf.ElfBuilder;
import org.moduletools.elf.ElfFile;
import org.moduletools.elf.ElfForm;
import org.moduletools.elf.ElfFormatException;
import org.moduletools.elf.Section;
import org.moduletools.elf.SymbolTable;
import org.moduletools.fuzz.Outcome;

/**
 * A table of any bus on any machine. The first byte of the input selects the machine and the form
 * of the symbol's name, the second the bus. The third is the difference between the table's size
 * and the symbol's. The rest is the table.
 */
public final class DeviceTablesFuzz {

  private static final int HEAD_BYTES = 3;
  private static final List<ElfForm> FORMS = List.of(ElfForm.values());

  private DeviceTablesFuzz() {}

  /** Makes a module with the table and reads aliases and rows. */
  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    if (input.length < HEAD_BYTES) {
      return;
    }
    ElfForm form = FORMS.get(input[0] & 3);
    List<Bus> buses = Buses.all();
    String bus = buses.get((input[1] & 0xff) % buses.size()).name();
    String symbol = (input[0] & 4) == 0
        ? "__mod_" + bus + "_device_table"
        : "__mod_device_table__kmod_a__" + bus + "__ids";
    byte[] table = Arrays.copyOfRange(input, HEAD_BYTES, input.length);
    int size = Math.max(0, table.length - (input[2] & 0xff));
    ElfBuilder elf = new ElfBuilder(form);
    elf.symbol(symbol, elf.section(".rodata", table), 0, size, ElfBuilder.GLOBAL);
    byte[] module = elf.build();
    Outcome.of(
            ElfFormatException.class, () -> DeviceTables.read(ElfFile.parse(ByteSource.of(module))))
        .value()
        .ifPresent(DeviceTablesFuzz::use);
  }

  /** Returns the tables in {@code module}, by their buses. */
  public static Map<String, byte[]> seeds(byte[] module) {
    Map<String, byte[]> seeds = new TreeMap<>();
    try {
      ElfFile elf = ElfFile.parse(ByteSource.of(module));
      SymbolTable symbols = elf.symbols();
      for (int i = 1; i < symbols.count(); i++) {
        Optional<Section> section = elf.section(symbols.section(i));
        Optional<Bus> bus =
            TableName.parse(symbols.name(i)).flatMap(name -> Buses.named(name.bus()));
        if (bus.isPresent() && section.isPresent()) {
          ByteBuffer table = elf.bytes(section.get(), symbols.value(i), (int) symbols.sizeBytes(i))
              .orElseThrow();
          byte[] seed = new byte[HEAD_BYTES + table.remaining()];
          seed[0] = (byte) FORMS.indexOf(ElfForm.LE64);
          seed[1] = (byte) Buses.all().indexOf(bus.get());
          table.get(seed, HEAD_BYTES, table.remaining());
          seeds.put(bus.get().name(), seed);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return seeds;
  }

  /** Uses all methods of tables. */
  public static void use(List<DeviceTable> tables) {
    tables.forEach(DeviceTable::patterns);
    for (MapFile map : MapFiles.all()) {
      map.rows("a", tables);
    }
  }
}
