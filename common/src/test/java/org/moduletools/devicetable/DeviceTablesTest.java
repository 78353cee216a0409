package org.moduletools.devicetable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.moduletools.elf.ElfBuilder;
import org.moduletools.elf.ElfForm;
import org.moduletools.elf.ElfFormatException;
import org.moduletools.elf.SymbolTable;

class DeviceTablesTest {

  private static final ElfForm FORM = ElfForm.LE64;

  /** Two virtio devices and the end. */
  private static byte[] virtio(int first, int second) {
    return new RecordBytes(FORM).u32(first, 9, second, 9).pad(8).toBytes();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "__mod_virtio_device_table",
        "__mod_virtio__id_table_device_table",
        "__mod_virtio__a__b_device_table",
        "__mod_device_table__virtio__id_table",
        "__mod_device_table__virtio__a__b",
        "__mod_device_table__kmod_virtio_net__virtio__id_table",
        "__mod_device_table__kmod_odd__name__virtio__id_table"
      })
  void findsATableByEachFormOfNames(String symbol) throws IOException {
    TableFile file = new TableFile(FORM).table(symbol, virtio(1, 2));

    assertThat(file.patterns())
        .containsExactly("virtio:d00000001v00000009*", "virtio:d00000002v00000009*");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "virtio",
        "__mod_virtio",
        "__mod__device_table",
        "__mod_device_table",
        "__mod_device_table__",
        "__mod_device_table__virtio",
        "__mod_device_table__kmod_virtio",
        "__mod_device_table__kmod_x__virtio",
        "__mod_memstick__id_table_device_table",
        "__mod_alias_virtio",
        "__mod_virtio__t_device_table.1"
      })
  void passesOverOtherSymbols(String symbol) throws IOException {
    assertThat(new TableFile(FORM).table(symbol, virtio(1, 2)).read()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void readsSeveralTablesOfABusInTheOrderOfTheirSymbols(ElfForm form) throws IOException {
    TableFile file = new TableFile(form);
    file.table(
        "__mod_serio__z_device_table",
        new RecordBytes(form).u8(1, 2, 3, 4, 0, 0, 0, 0).toBytes());
    file.table(
        "__mod_virtio__x_device_table", new RecordBytes(form).u32(5, 9).pad(8).toBytes());
    file.table(
        "__mod_serio__a_device_table",
        new RecordBytes(form).u8(5, 6, 7, 8, 0, 0, 0, 0).toBytes());

    assertThat(file.rows("modules.seriomap", "m"))
        .containsExactly(
            "m                    0x01 0x02  0x03 0x04",
            "m                    0x05 0x06  0x07 0x08");
    assertThat(file.patterns())
        .containsExactly(
            "serio:ty01pr04id03ex02*", "virtio:d00000005v00000009*", "serio:ty05pr08id07ex06*");
  }

  @Test
  void readsTablesThatShareASection() throws IOException {
    TableFile file = new TableFile(FORM);
    int section = file.elf().section(".rodata", virtio(1, 2));
    file.elf().symbol("__mod_virtio__all_device_table", section, 0, 24, ElfBuilder.GLOBAL);
    file.elf().symbol("__mod_virtio__tail_device_table", section, 8, 16, ElfBuilder.GLOBAL);

    assertThat(file.patterns())
        .containsExactly(
            "virtio:d00000001v00000009*",
            "virtio:d00000002v00000009*",
            "virtio:d00000002v00000009*");
  }

  @Test
  void aTableOfUnknownSizeEndsWithTheFirstRecordOfZeros() throws IOException {
    byte[] table = new RecordBytes(FORM).u32(1, 9).pad(8).u32(2, 9).pad(8).toBytes();

    assertThat(new TableFile(FORM).table("__mod_virtio_device_table", table, 0).patterns())
        .containsExactly("virtio:d00000001v00000009*");
  }

  @Test
  void aTableWithoutAnEndIsReadWholly() throws IOException {
    byte[] table = new RecordBytes(FORM).u32(1, 9, 2, 9).toBytes();

    assertThat(new TableFile(FORM).table("__mod_virtio_device_table", table).patterns())
        .containsExactly("virtio:d00000001v00000009*", "virtio:d00000002v00000009*");
  }

  @Test
  void aTableWithoutBytesIsEmpty() throws IOException {
    TableFile file = new TableFile(FORM);
    int bss = file.elf().section(".bss", 8, 0, new byte[0]);
    file.elf().symbol("__mod_virtio__t_device_table", bss, 64, 24, ElfBuilder.GLOBAL);

    assertThat(file.read()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(ints = {SymbolTable.UNDEFINED, SymbolTable.ABSOLUTE, 0xfff2, 77})
  void aTableThatIsInNoSectionIsNone(int section) throws IOException {
    TableFile file = new TableFile(FORM);
    file.elf().symbol("__mod_virtio__t_device_table", section, 0, 24, ElfBuilder.GLOBAL);

    assertThat(file.read()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(longs = {25, 33, Long.MAX_VALUE, -1})
  void namesATableThatReachesPastItsSection(long offset) {
    TableFile file = new TableFile(FORM);
    int section = file.elf().section(".rodata", new byte[48]);
    file.elf().symbol("__mod_virtio__t_device_table", section, offset, 24, ElfBuilder.GLOBAL);

    assertThatThrownBy(file::read)
        .isInstanceOf(ElfFormatException.class)
        .hasMessageStartingWith(
            "device table __mod_virtio__t_device_table past end of its section: offset=");
  }

  @Test
  void refusesTablesThatAreLargerThanAnyModules() {
    TableFile file = new TableFile(FORM);
    byte[] half = new byte[1 << 19];
    Arrays.fill(half, (byte) 1);
    int section = file.elf().section(".rodata", half);
    for (String name : new String[] {"a", "b", "c"}) {
      file.elf()
          .symbol(
              "__mod_cpu__" + name + "_device_table", section, 0, half.length, ElfBuilder.GLOBAL);
    }

    assertThatThrownBy(file::read)
        .isInstanceOf(ElfFormatException.class)
        .hasMessageStartingWith("device tables larger than 1048576 bytes: offset=");
  }

  @Test
  void aRelocatedPointerDoesNotCount() throws IOException {
    RecordBytes table = new RecordBytes(ElfForm.LE32) // relocations of 32 bits keep an addend there
        .u32(0x10ec0269, 0)
        .u8(0)
        .pad(3)
        .word(0x1234, 0x5678)
        .pad(20);

    assertThat(new TableFile(ElfForm.LE32)
            .table("__mod_hdaudio__t_device_table", table.toBytes())
            .patterns())
        .containsExactly("hdaudio:v10EC0269r*a*");
  }

  @Test
  void tellsDeclarationsOfEqualSizeApartByWhatMakesSense() throws IOException {
    RecordBytes fourOfThen = new RecordBytes(FORM); // 5 * 32 bytes, which are 4 * 40 too
    for (int device = 1; device <= 4; device++) {
      fourOfThen.u32(0x8086, device, -1, -1, 0, 0).word(7);
    }
    RecordBytes threeOfToday = new RecordBytes(FORM);
    for (int device = 1; device <= 3; device++) {
      threeOfToday.u32(0x8086, device, -1, -1, 0, 0).word(7).u32(0).pad(4);
    }

    assertThat(pci(fourOfThen.pad(32)))
        .containsExactly(
            "pci:v00008086d00000001sv*sd*bc*sc*i*",
            "pci:v00008086d00000002sv*sd*bc*sc*i*",
            "pci:v00008086d00000003sv*sd*bc*sc*i*",
            "pci:v00008086d00000004sv*sd*bc*sc*i*");
    assertThat(pci(threeOfToday.pad(40)))
        .containsExactly(
            "pci:v00008086d00000001sv*sd*bc*sc*i*",
            "pci:v00008086d00000002sv*sd*bc*sc*i*",
            "pci:v00008086d00000003sv*sd*bc*sc*i*");
  }

  private static List<String> pci(RecordBytes table) throws IOException {
    return new TableFile(FORM)
        .table("__mod_pci__t_device_table", table.toBytes())
        .patterns();
  }

  @Test
  void alignsToTwoBytesOnThe68000() throws IOException {
    byte[] table =
        new RecordBytes(ElfForm.BE32).u8(0xff).pad(1).u32(0xf0, 7).pad(10).toBytes();
    TableFile file = new TableFile(ElfForm.BE32).table("__mod_ipack__t_device_table", table);
    file.elf().machine(4);

    assertThat(file.patterns()).containsExactly("ipack:f*v000000F0d00000007*");
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void anyBytesAreSomething(ElfForm form) throws IOException {
    Random random = new Random(20021);
    for (Bus bus : Buses.all()) {
      byte[] bytes = new byte[1 + random.nextInt(2000)];
      random.nextBytes(bytes);
      for (String symbol : List.of("__mod_%s_device_table", "__mod_%s__t_device_table")) {
        TableFile file = new TableFile(form)
            .table(symbol.formatted(bus.name()), bytes)
            .table(symbol.formatted(bus.name()), bytes, 0);

        assertThat(file.patterns()).doesNotContainNull();
        for (MapFile map : MapFiles.all()) {
          assertThat(file.rows(map.name(), "m")).doesNotContainNull();
        }
      }
    }
  }

  /** To look at each separator anew would take hours. */
  @Test
  void passesOverANameOfNothingButSeparators() throws IOException {
    String name = "__mod_device_table__kmod_" + "_".repeat(8 << 20);
    TableFile file = new TableFile(ElfForm.LE64).table(name, new byte[32]);

    assertThat(file.read()).isEmpty();
  }
}
