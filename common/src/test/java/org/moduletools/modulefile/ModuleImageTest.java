package org.moduletools.modulefile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.moduletools.elf.ByteSource;
import org.moduletools.elf.ElfBuilder;
import org.moduletools.elf.ElfFile;
import org.moduletools.elf.ElfForm;
import org.moduletools.elf.Section;

class ModuleImageTest {

  private static final int PROGBITS = 1;
  private static final int WRITE = 1;
  private static final int ALLOC = 2;

  /** Relocation types of x86-64, which do not matter here: init, then exit, each with its place. */
  private static final int TYPE = 1;

  private static final int INIT_PLACE = 0x138;
  private static final int EXIT_PLACE = 0x318;

  /** Symbols in the order of their numbers, from 1 on. */
  private static final int INIT_SYMBOL = 1;

  private static final int EXIT_SYMBOL = 2;
  private static final int OTHER_SYMBOL = 3;

  private static final String MODINFO = "license=GPL\0vermagic=6.1.0 SMP\0vermagic=second\0";

  @ParameterizedTest(name = "{0}")
  @EnumSource(ElfForm.class)
  void hidesTheVersionsFromTheKernel(ElfForm form) throws IOException {
    ElfFile changed = parse(ModuleImage.of(module(form, true)).withoutModversions());

    assertThat(changed.section("__versions").orElseThrow().flags()).isEqualTo(WRITE);
    assertThat(changed.section(".modinfo").orElseThrow().flags()).isEqualTo(ALLOC);
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(ElfForm.class)
  void blanksTheFirstVersionMagic(ElfForm form) throws IOException {
    ElfFile changed = parse(ModuleImage.of(module(form, true)).withoutVermagic());

    ByteBuffer modinfo = changed.bytes(changed.section(".modinfo").orElseThrow());
    byte[] bytes = new byte[modinfo.remaining()];
    modinfo.get(bytes);
    String blanks = "\0".repeat("vermagic=6.1.0 SMP".length());
    assertThat(new String(bytes, ISO_8859_1))
        .isEqualTo("license=GPL\0" + blanks + "\0vermagic=second\0");
  }

  static Stream<Arguments> relocations() {
    return Stream.of(ElfForm.values())
        .flatMap(form -> Stream.of(Arguments.of(form, true), Arguments.of(form, false)));
  }

  @ParameterizedTest(name = "{0}, RELA {1}")
  @MethodSource("relocations")
  void takesTheExitHookOutAndKeepsTheOthers(ElfForm form, boolean rela) throws IOException {
    ElfFile changed = parse(ModuleImage.of(module(form, rela)).permanent());

    String name = (rela ? ".rela" : ".rel") + ".gnu.linkonce.this_module";
    Section section = changed.section(name).orElseThrow();
    ByteBuffer left = changed.bytes(section);
    byte[] bytes = new byte[left.remaining()];
    left.get(bytes);
    ByteBuffer expected = form.allocate(2 * entryBytes(form, rela));
    putRelocation(form, rela, expected, INIT_PLACE, INIT_SYMBOL);
    putRelocation(form, rela, expected, 0, OTHER_SYMBOL);
    assertThat(bytes).isEqualTo(ElfForm.bytes(expected));
  }

  @Test
  void losesTheSignatureOnlyIfChanged() throws IOException {
    byte[] plain = module(ElfForm.LE64, true);
    byte[] signed = signed(plain);

    ModuleImage image = ModuleImage.of(signed);

    assertThat(image.isSigned()).isTrue();
    assertThat(image.bytes()).isEqualTo(signed);
    assertThat(image.permanent().isSigned()).isFalse();
    assertThat(image.permanent().bytes()).hasSize(plain.length);
  }

  @Test
  void takesATrailerThatLiesForNone() throws IOException {
    byte[] signed = signed(module(ElfForm.LE64, true));
    Arrays.fill(
        signed, signed.length - 32, signed.length - 28, (byte) 0x7f); // the signature's length

    assertThat(ModuleImage.of(signed).isSigned()).isFalse();
  }

  @Test
  void cannotKeepAModuleThatHasNoInitFunction() throws IOException {
    ModuleImage image =
        ModuleImage.of(new ModuleBuilder().modinfo("license=GPL").build());

    assertThatThrownBy(image::permanent)
        .isInstanceOf(ModuleFormatException.class)
        .hasMessageContaining("no init function");
  }

  @Test
  void cannotBlankAVersionMagicThatIsNotThere() throws IOException {
    ModuleImage image =
        ModuleImage.of(new ModuleBuilder().modinfo("license=GPL").build());

    assertThatThrownBy(image::withoutVermagic).isInstanceOf(ModuleFormatException.class);
  }

  @Test
  void refusesToChangeWhatIsNoModule() throws IOException {
    ModuleImage image = ModuleImage.of("#!/bin/sh\n".getBytes(ISO_8859_1));

    assertThatThrownBy(image::permanent)
        .isInstanceOf(ModuleFormatException.class)
        .hasMessageContaining("not an ELF");
  }

  private static ElfFile parse(ModuleImage image) throws IOException {
    return ElfFile.parse(ByteSource.of(image.bytes()));
  }

  /** A module with init and exit hooks and one relocation more, the exit hook's in the middle. */
  private static byte[] module(ElfForm form, boolean rela) {
    ElfBuilder elf = new ElfBuilder(form);
    elf.section(".modinfo", PROGBITS, ALLOC, MODINFO.getBytes(ISO_8859_1));
    elf.section("__versions", PROGBITS, ALLOC | WRITE, new byte[64]);
    elf.section(".gnu.linkonce.this_module", PROGBITS, ALLOC | WRITE, new byte[0x380]);
    ByteBuffer table = form.allocate(3 * entryBytes(form, rela));
    putRelocation(form, rela, table, INIT_PLACE, INIT_SYMBOL);
    putRelocation(form, rela, table, EXIT_PLACE, EXIT_SYMBOL);
    putRelocation(form, rela, table, 0, OTHER_SYMBOL);
    elf.section((rela ? ".rela" : ".rel") + ".gnu.linkonce.this_module", ElfForm.bytes(table));
    elf.symbol("init_module", 1, 0, 0, ElfBuilder.GLOBAL);
    elf.symbol("cleanup_module", 1, 0, 0, ElfBuilder.GLOBAL);
    elf.symbol("other", 1, 0, 0, ElfBuilder.GLOBAL);
    return elf.build();
  }

  private static int entryBytes(ElfForm form, boolean rela) {
    return form.wordBytes() * (rela ? 3 : 2);
  }

  /** Elf32_Rel, Elf32_Rela, Elf64_Rel, Elf64_Rela of elf.h. */
  private static void putRelocation(
      ElfForm form, boolean rela, ByteBuffer table, int place, long symbol) {
    form.putWord(table, place);
    form.putWord(table, symbol << (form.is64Bit() ? 32 : 8) | TYPE);
    if (rela) {
      form.putWord(table, 0);
    }
  }

  /** Appends a PKCS#7 trailer with a signature of five bytes. */
  private static byte[] signed(byte[] module) {
    byte[] magic = "~Module signature appended~\n".getBytes(ISO_8859_1);
    ByteBuffer file = ByteBuffer.allocate(module.length + 5 + 12 + magic.length);
    file.put(module).put(new byte[] {1, 2, 3, 4, 5});
    file.put(new byte[] {0, 0, 2, 0, 0, 0, 0, 0}).putInt(5); // algo, hash, PKCS#7, no names, length
    return file.put(magic).array();
  }
}
