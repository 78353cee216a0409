package org.moduletools.devicetable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.moduletools.elf.ElfForm;

/** The rows of module-init-tools' map files, to the byte, in each form of a file. */
class MapRowsTest {

  @Test
  void eachFileBeginsWithAHeader() {
    List<String> heads =
        MapFiles.all().stream().map(map -> map.name() + "|" + map.header()).toList();

    assertThat(heads)
        .containsExactly(
            "modules.pcimap|# pci module         vendor     device     subvendor  subdevice "
                + " class      class_mask driver_data",
            "modules.usbmap|# usb module         match_flags idVendor idProduct bcdDevice_lo"
                + " bcdDevice_hi bDeviceClass bDeviceSubClass bDeviceProtocol bInterfaceClass"
                + " bInterfaceSubClass bInterfaceProtocol driver_info",
            "modules.ccwmap|# ccw module         match_flags cu_type cu_model dev_type dev_model",
            "modules.ieee1394map|# ieee1394 module    match_flags vendor_id model_id specifier_id"
                + " version",
            "modules.isapnpmap|# isapnp module      cardvendor carddevice driver_data vendor    "
                + " function   ...",
            "modules.inputmap|# module         matchBits bustype vendor product version evBits"
                + " keyBits relBits absBits mscBits ledBits sndBits ffBits [swBits] driver_info",
            "modules.ofmap|# of module          name                 type                "
                + " compatible",
            "modules.seriomap|# serio module       type extra id   proto");
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void writesPci(ElfForm form) throws IOException {
    RecordBytes table = new RecordBytes(form)
        .u32(0x8086, 0x1229, -1, -1, 0x020000, 0xffff00)
        .word(0x77)
        .u32(-1, -1, 1, 2, 0, 0)
        .word(0)
        .pad(28, 32);

    assertThat(rows(form, "pci", table, "modules.pcimap"))
        .containsExactly(
            "e100                 0x00008086 0x00001229 0xffffffff 0xffffffff 0x00020000"
                + " 0x00ffff00 0x0",
            "e100                 0xffffffff 0xffffffff 0x00000001 0x00000002 0x00000000"
                + " 0x00000000 0x0");
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void writesUsb(ElfForm form) throws IOException {
    RecordBytes table = new RecordBytes(form)
        .u16(0x000f, 0x07b4, 0x0109, 0x0100, 0x0299)
        .u8(1, 2, 3, 4, 5, 6)
        .word(0x77)
        .pad(20, 24);

    assertThat(rows(form, "usb", table, "modules.usbmap"))
        .containsExactly("e100                 0x000f      0x07b4   0x0109    0x0100       0x0299"
            + "       0x01         0x02            0x03            0x04            0x05"
            + "               0x06               0x0");
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void writesCcw(ElfForm form) throws IOException {
    RecordBytes table =
        new RecordBytes(form).u16(0x5, 0x3990, 0x3390).u8(0xe9, 0x0a).word(0x77).pad(12, 16);

    assertThat(rows(form, "ccw", table, "modules.ccwmap"))
        .containsExactly("e100                 0x0005      0x3990  0xe9      0x3390  0x0a");
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void writesIeee1394(ElfForm form) throws IOException {
    RecordBytes table = new RecordBytes(form)
        .u32(0xc, 0x80, 3, 0x00609e, 0x010483)
        .pad(0, 4)
        .word(0x77)
        .pad(24, 32);

    assertThat(rows(form, "ieee1394", table, "modules.ieee1394map"))
        .containsExactly(
            "e100                 0x0000000c  0x000080  0x000003 0x00609e     0x010483");
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void writesPlugAndPlayDevicesThenCards(ElfForm form) throws IOException {
    RecordBytes devices = new RecordBytes(form)
        .text(8, "PNPb006")
        .word(0x77)
        .text(8, "ANYDEVS")
        .word(0)
        .pad(12, 16);
    RecordBytes cards = new RecordBytes(form)
        .text(8, "CTL0024")
        .word(0x77)
        .text(8, "CTL0031")
        .text(8, "PNP0510")
        .pad(48)
        .pad(76, 80);
    TableFile file = new TableFile(form)
        .table("__mod_pnp_card_device_table", cards.toBytes())
        .table("__mod_pnp_device_table", devices.toBytes());

    assertThat(file.rows("modules.isapnpmap", "e100"))
        .containsExactly(
            "e100                 0xffff     0xffff     0x00000000  0xd041     0x06b0    ",
            "e100                 0xffff     0xffff     0x00000000  0xffff     0xffff    ",
            "e100                 0x8c0e     0x2400     0x00000000  0x8c0e     0x3100    "
                + " 0xd041     0x1005    ");
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void writesInputFromBeforeSwitches(ElfForm form) throws IOException {
    RecordBytes table = new RecordBytes(form)
        .word(0x31) // bus, events, keys
        .u16(3, 0x46d, 9, 9)
        .word(0x6) // evbit
        .word(1, 0)
        .word(0, 2)
        .word(new long[form.is64Bit() ? 4 : 12]) // keybit: 8 words or 16
        .word(8) // relbit, not asked for
        .word(new long[form.is64Bit() ? 1 : 2])
        .word(0, 0, 0)
        .word(new long[form.is64Bit() ? 2 : 4])
        .word(0)
        .pad(124, 152);

    assertThat(rows(form, "input", table, "modules.inputmap"))
        .containsExactly(
            "e100                0x31  0x3  0x0  0x0  0x0  6  2:0:0:1  0  0  0  0  0" + "  0  0x0");
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void writesInputWithSwitches(ElfForm form) throws IOException {
    RecordBytes table = new RecordBytes(form)
        .word(0x100f) // all four ids, switches
        .u16(3, 0x46d, 0xc52b, 0x111)
        .word(new long[form.is64Bit() ? 16 : 27])
        .word(0x21)
        .word(5)
        .pad(128, 160);

    assertThat(rows(form, "input", table, "modules.inputmap"))
        .containsExactly("e100                0x100f  0x3  0x46d  0xc52b  0x111  0  0  0  0  0  0"
            + "  0  0  21  0x5");
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void writesSerio(ElfForm form) throws IOException {
    RecordBytes table = new RecordBytes(form).u8(2, 0xff, 0, 0x15).pad(4);

    assertThat(rows(form, "serio", table, "modules.seriomap"))
        .containsExactly("e100                 0x02 0xff  0x00 0x15");
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void writesOf(ElfForm form) throws IOException {
    RecordBytes table = new RecordBytes(form)
        .text(32, " a b")
        .text(32, "")
        .text(128, "acme,x y")
        .word(0x77)
        .text(32, "")
        .text(32, "serial")
        .text(128, "")
        .word(0)
        .pad(196, 200);

    assertThat(rows(form, "of", table, "modules.ofmap"))
        .containsExactly(
            "e100                 _a b                 *                    acme,x y",
            "e100                 *                    serial               *");
  }

  @Test
  void leavesOutPciDevicesThatADriverTakesOnlyWhenItIsToldTo() throws IOException {
    byte[] table = new RecordBytes(ElfForm.LE64)
        .u32(-1, -1, -1, -1, 0, 0)
        .word(0)
        .u32(1, 0)
        .u32(0x8086, 1, -1, -1, 0, 0)
        .word(0)
        .u32(0, 0)
        .pad(40)
        .toBytes();
    TableFile file = new TableFile(ElfForm.LE64).table("__mod_pci__t_device_table", table);

    assertThat(file.rows("modules.pcimap", "m"))
        .containsExactly("m                    0x00008086 0x00000001 0xffffffff 0xffffffff"
            + " 0x00000000 0x00000000 0x0");
    assertThat(file.patterns())
        .containsExactly("vfio_pci:v*d*sv*sd*bc*sc*i*", "pci:v00008086d00000001sv*sd*bc*sc*i*");
  }

  @Test
  void aLongNameIsNotCut() throws IOException {
    byte[] table = new RecordBytes(ElfForm.LE64).u8(2, 0xff, 0, 0x15).pad(4).toBytes();
    TableFile file = new TableFile(ElfForm.LE64).table("__mod_serio_device_table", table);

    assertThat(file.rows("modules.seriomap", "a-name-of-more-than-twenty"))
        .containsExactly("a-name-of-more-than-twenty 0x02 0xff  0x00 0x15");
  }

  @Test
  void rowsEndWhereModuleInitToolsTookATableToEnd() throws IOException {
    byte[] table = new RecordBytes(ElfForm.LE64)
        .u8(2, 0xff, 0, 0x15)
        .u8(0, 1, 1, 0) // neither type nor protocol
        .u8(3, 0, 0, 0)
        .pad(4)
        .toBytes();
    TableFile file = new TableFile(ElfForm.LE64).table("__mod_serio_device_table", table);

    assertThat(file.rows("modules.seriomap", "a"))
        .containsExactly("a                    0x02 0xff  0x00 0x15");
    assertThat(file.patterns()).hasSize(3);
  }

  private static List<String> rows(ElfForm form, String bus, RecordBytes table, String mapFile)
      throws IOException {
    return new TableFile(form)
        .table("__mod_" + bus + "_device_table", table.toBytes())
        .rows(mapFile, "e100");
  }
}
