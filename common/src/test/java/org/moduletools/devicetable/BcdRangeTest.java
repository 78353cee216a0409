package org.moduletools.devicetable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moduletools.elf.ElfForm;

class BcdRangeTest {

  /** The expected patterns are those of file2alias.c, worked out by its rules. */
  @ParameterizedTest(name = "{0}: {1} to {2}")
  @CsvSource({
    "f, 0x0100, 0x0100, 0100",
    "f, 0x0000, 0x9999, *",
    "f, 0x0000, 0xffff, *",
    "7, 0x0200, 0, 0[2-9]* [1-9]*",
    "b, 0, 0x0299, 0[0-2]*",
    "f, 0x0123, 0x0456, 012[3-9] 045[0-6] 01[3-9]* 04[0-4]* 0[2-3]*",
    "f, 0x0110, 0x0119, 011", // which the kernel's build does not make 011?
    "f, 0x00a0, 0x00a9, 00A[0-9]",
    "f, 0x0001, 0x000c, 000[1-9A-C]",
    "f, 0x0009, 0x000a, 000[9A]",
    "f, 0x000b, 0x000e, 000[B-E]",
    "f, 0x0300, 0x0200, ''"
  })
  void splitsARange(String flags, String low, String high, String patterns) throws IOException {
    RecordBytes table = new RecordBytes(ElfForm.LE64)
        .u16(Integer.parseInt(flags, 16), 1, 2, Integer.decode(low), Integer.decode(high))
        .pad(22)
        .pad(32);

    List<String> aliases = new TableFile(ElfForm.LE64)
        .table("__mod_usb__t_device_table", table.toBytes())
        .patterns();

    assertThat(aliases)
        .isEqualTo(List.of(patterns.split(" ")).stream()
            .filter(pattern -> !pattern.isEmpty())
            .map(pattern -> "usb:v0001p0002d" + pattern + "dc*dsc*dp*ic*isc*ip*in*")
            .toList());
  }
}
