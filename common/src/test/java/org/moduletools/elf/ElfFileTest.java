package org.moduletools.elf;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ElfFileTest {

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void saysOfWhichFormItIs(ElfForm form) throws IOException {
    ElfFile elf = parse(new ElfBuilder(form).machine(ElfFile.SPARC_V9).build());

    assertThat(elf.is64Bit()).isEqualTo(form.is64Bit());
    assertThat(elf.byteOrder()).isEqualTo(form.byteOrder());
    assertThat(elf.machine()).isEqualTo(ElfFile.SPARC_V9);
  }

  @Test
  void readsAFileThatIsSpelledOut() throws IOException {
    byte[] file = {
      0x7f, 'E', 'L', 'F', 1, 2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, // 32 bit, big-endian
      0, 1, 0, 2, 0, 0, 0, 1, // ET_REL, EM_SPARC, version
      0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 66, // entry, no program headers, section headers at 66
      0, 0, 0, 0, 0, 52, 0, 0, 0, 0, 0, 40, // flags, sizes of headers
      0, 2, 0, 1, // 2 sections, names in the second
      'h', 'i', // 52: the bytes of section x
      0, 'x', 0, '.', 'n', 'a', 'm', 'e', 's', 0, 0, 0, // 54: names
      0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 0, // x: PROGBITS, flag 2
      0, 0, 0, 52, 0, 0, 0, 2, // 2 bytes at 52
      0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0,
      0, // .names: STRTAB
      0, 0, 0, 54, 0, 0, 0, 10, // 10 bytes at 54
      0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    };

    ElfFile elf = parse(file);

    assertThat(elf.machine()).isEqualTo(ElfFile.SPARC);
    assertThat(elf.section("x")).contains(new Section(66, 1, 1, 2, 52, 2, 0));
    assertThat(text(elf, "x")).isEqualTo("hi");
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void findsSectionsByName(ElfForm form) throws IOException {
    ElfBuilder builder = new ElfBuilder(form);
    builder.section("first", bytes("one"));
    builder.section("second", Section.NOBITS, 6, bytes("two"));

    ElfFile elf = parse(builder.build());

    assertThat(text(elf, "first")).isEqualTo("one");
    assertThat(text(elf, "second")).isEqualTo("two");
    assertThat(elf.section("second")).hasValueSatisfying(section -> {
      assertThat(section.type()).isEqualTo(Section.NOBITS);
      assertThat(section.flags()).isEqualTo(6);
    });
    assertThat(elf.section("fir")).isEmpty();
    assertThat(elf.section("firstt")).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void takesTheFirstSectionOfAName(ElfForm form) throws IOException {
    ElfBuilder builder = new ElfBuilder(form);
    builder.section("same", bytes("one"));
    builder.section("same", bytes("two"));

    assertThat(text(parse(builder.build()), "same")).isEqualTo("one");
  }

  @ParameterizedTest(name = "{0}, {1} = {2}")
  @CsvSource({
    "LE32, offset, 0x7fffffff", "BE32, offset, 0xffffffff",
    "LE64, offset, 0x7fffffff", "BE64, offset, 0xffffffff",
    "LE32, size, 0x7fffffff", "BE32, size, 0xffffffff",
    "LE64, size, 0x7fffffff", "BE64, size, 0xffffffff",
    "LE32, name, 0x7fffffff", "BE32, name, 0xffffffff",
    "LE64, name, 0x7fffffff", "BE64, name, 0xffffffff",
  })
  void skipsASectionThatReachesPastTheFile(ElfForm form, String field, String value)
      throws IOException {
    ElfBuilder builder = new ElfBuilder(form);
    int bad = builder.section("same", bytes("one"));
    builder.section("same", bytes("two"));
    byte[] file = builder.build();
    int header = sectionTable(form, file) + bad * (form.is64Bit() ? 64 : 40);
    buffer(form, file)
        .putInt(header + fieldOffset(form, field), Long.decode(value).intValue());

    ElfFile elf = parse(file);

    assertThat(text(elf, "same")).isEqualTo("two");
    assertThat(elf.section(bad)).isEmpty();
  }

  private static int fieldOffset(ElfForm form, String field) {
    if (field.equals("name")) {
      return 0;
    }
    int offset = field.equals("offset") ? (form.is64Bit() ? 24 : 16) : (form.is64Bit() ? 32 : 20);
    // Of 64 bits the upper half, so that the number is large in either byte order.
    return form == ElfForm.LE64 ? offset + 4 : offset;
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void readsAPartOfASectionWithinItsBounds(ElfForm form) throws IOException {
    ElfBuilder builder = new ElfBuilder(form);
    builder.section("x", new byte[] {1, 2, 3, 4, 5});
    ElfFile elf = parse(builder.build());
    Section section = elf.section("x").orElseThrow();

    assertThat(elf.bytes(section, 1, 4))
        .contains(ByteBuffer.wrap(new byte[] {2, 3, 4, 5}).order(form.byteOrder()));
    assertThat(elf.bytes(section, 2, 4)).isEmpty();
    assertThat(elf.bytes(section, -1, 4)).isEmpty();
    assertThat(elf.bytes(section, Long.MIN_VALUE, 4)).isEmpty();
    assertThat(elf.bytes(section, 0, 6)).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void readsNumbersOfSectionsThatDidNotFit(ElfForm form) throws IOException {
    ElfBuilder builder = new ElfBuilder(form);
    builder.section("x", bytes("hi"));
    byte[] file = builder.build();
    ByteBuffer buffer = buffer(form, file);
    int sizes = form.is64Bit() ? 60 : 48;
    int table = sectionTable(form, file);
    short count = buffer.getShort(sizes);
    int link = form.is64Bit() ? 40 : 24;
    buffer.putShort(sizes, (short) 0).putShort(sizes + 2, (short) 0xffff);
    form.putWord(buffer.position(table + (form.is64Bit() ? 32 : 20)), count);
    buffer.putInt(table + link, count - 1);

    assertThat(text(parse(file), "x")).isEqualTo("hi");
  }

  @ParameterizedTest(name = "{0} bytes")
  @CsvSource({"0", "3", "4", "16"})
  void isNoElfFileIfTheIdentificationIsCut(int length) {
    byte[] begin = Arrays.copyOf(new ElfBuilder(ElfForm.LE64).build(), length);

    assertThatThrownBy(() -> parse(begin))
        .isInstanceOf(NotElfException.class)
        .hasMessage("not an ELF file: offset=0");
  }

  @Test
  void isNoElfFileWithoutTheMagicNumber() {
    assertThatThrownBy(() -> parse(bytes("#!/bin/sh\nexec something else\n")))
        .isInstanceOf(NotElfException.class)
        .hasMessage("not an ELF file: offset=0");
  }

  @ParameterizedTest(name = "byte {0} = {1}: {2}")
  @CsvSource({
    "4, 0, neither 32 nor 64 bit: offset=4",
    "4, 3, neither 32 nor 64 bit: offset=4",
    "5, 0, unknown byte order: offset=5",
    "5, 3, unknown byte order: offset=5",
    "58, 63, unknown size of section headers: offset=58",
    "61, 1, section header table past end of file: offset=80",
    "42, 1, section header table past end of file: offset=65616",
    "47, 255, section header table past end of file: offset=18374686479671623760",
    "62, 9, no section holds the section names: offset=80",
    "62, 0, section name table does not end in NUL: offset=64",
  })
  void refusesABrokenHeader(int offset, int value, String message) {
    byte[] file = smallest(ElfForm.LE64);
    file[offset] = (byte) value;

    assertThatThrownBy(() -> parse(file))
        .isExactlyInstanceOf(ElfFormatException.class)
        .hasMessage(message);
  }

  /** Returns a file with 2 sections: the empty one, and 11 bytes of names that begin at 64. */
  private static byte[] smallest(ElfForm form) {
    return new ElfBuilder(form).build();
  }

  @ParameterizedTest(name = "{0} cut to {1} bytes")
  @CsvSource({
    "LE32, 17", "LE32, 51", "LE32, 52", "LE32, 100",
    "BE32, 17", "BE32, 51", "BE32, 52", "BE32, 100",
    "LE64, 17", "LE64, 63", "LE64, 64", "LE64, 100",
    "BE64, 17", "BE64, 63", "BE64, 64", "BE64, 100",
  })
  void refusesATruncatedFile(ElfForm form, int length) {
    byte[] begin = Arrays.copyOf(smallest(form), length);

    assertThatThrownBy(() -> parse(begin))
        .isExactlyInstanceOf(ElfFormatException.class)
        .hasMessageContaining("past end of file: offset=");
  }

  private static ElfFile parse(byte[] file) throws IOException {
    return ElfFile.parse(ByteSource.of(file));
  }

  private static String text(ElfFile elf, String section) throws IOException {
    return new StringTable(elf.bytes(elf.section(section).orElseThrow())).at(0);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(US_ASCII);
  }

  private static ByteBuffer buffer(ElfForm form, byte[] file) {
    return ByteBuffer.wrap(file).order(form.byteOrder());
  }

  private static int sectionTable(ElfForm form, byte[] file) {
    return buffer(form, file).getInt(form == ElfForm.BE64 ? 44 : form.is64Bit() ? 40 : 32);
  }
}
