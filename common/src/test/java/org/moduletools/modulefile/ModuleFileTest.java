package org.moduletools.modulefile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.moduletools.elf.ElfBuilder;
import org.moduletools.elf.ElfFile;
import org.moduletools.elf.ElfForm;
import org.moduletools.modulefile.Modinfo.Entry;
import org.moduletools.modulefile.ModuleFormatException.Reason;
import org.moduletools.modulefile.ModuleSymbols.Export;
import org.moduletools.modulefile.ModuleSymbols.Need;

class ModuleFileTest {

  private final FileSystem fileSystem = Jimfs.newFileSystem(Configuration.unix());
  private final Path folder = fileSystem.getPath("/lib/modules");

  @AfterEach
  void closeFileSystem() throws IOException {
    fileSystem.close();
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void readsWhatDescribesTheModule(ElfForm form) throws IOException {
    Path file = new ModuleBuilder(form)
        .modinfo("license=GPL", "alias=pci:v00008086d*", "alias=foo", "parm=x:a=b", "lone")
        .writeTo(foo());

    Modinfo modinfo = ModuleFile.read(file).modinfo();

    assertThat(modinfo.entries())
        .containsExactly(
            new Entry("license", "GPL"),
            new Entry("alias", "pci:v00008086d*"),
            new Entry("alias", "foo"),
            new Entry("parm", "x:a=b"),
            new Entry("lone", ""));
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void readsExportsInTheOrderOfTheirVersionSymbols(ElfForm form) throws IOException {
    Path file = new ModuleBuilder(form)
        .exports("second", 0x80000002L)
        .exportsRelative("first", 0x80000001L)
        .exports("third", 3)
        .writeTo(foo());

    ModuleSymbols symbols = ModuleFile.read(file).symbols();

    assertThat(symbols.exports())
        .containsExactly(
            new Export("first", 0x80000001L),
            new Export("second", 0x80000002L),
            new Export("third", 3));
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void readsNeedsWithTheirVersions(ElfForm form) throws IOException {
    Path file = new ModuleBuilder(form)
        .version("module_layout", 0x11)
        .version("strong", 0xfedcba98L)
        .needs("unversioned", "strong")
        .needsWeak("weak")
        .writeTo(foo());

    ModuleSymbols symbols = ModuleFile.read(file).symbols();

    assertThat(symbols.needs())
        .containsExactly(
            new Need("unversioned", 0, false),
            new Need("strong", 0xfedcba98L, false),
            new Need("weak", 0, true),
            new Need("module_layout", 0x11, false));
  }

  @Test
  void skipsThePaddingOfModinfoAndTakesALastStringWithoutNul() throws IOException {
    byte[] strings = "\0\0a=1\0\0\0b=\u00e9\0c=3".getBytes(ISO_8859_1);
    Path file =
        new ModuleBuilder().with(elf -> elf.section(".modinfo", strings)).writeTo(foo());

    Modinfo modinfo = ModuleFile.readModinfo(file);

    assertThat(modinfo.entries())
        .containsExactly(new Entry("a", "1"), new Entry("b", "\u00e9"), new Entry("c", "3"));
  }

  @Test
  void namesAllExportsOfAModuleWithoutVersions() throws IOException {
    Path file = new ModuleBuilder().exports("b", "a").namespace("NS").writeTo(foo());

    ModuleSymbols symbols = ModuleFile.read(file).symbols();

    assertThat(symbols.exports())
        .containsExactly(new Export("b", 0), new Export("a", 0), new Export("NS", 0));
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void keepsExportsWithoutVersionBesideThoseWithOne(ElfForm form) throws IOException {
    Path file = new ModuleBuilder(form)
        .exports("plain")
        .namespace("NAMESPACE")
        .exports("versioned", 0x12345678)
        .writeTo(foo());

    ModuleSymbols symbols = ModuleFile.read(file).symbols();

    assertThat(symbols.exports())
        .containsExactly(new Export("versioned", 0x12345678), new Export("plain", 0));
  }

  @ParameterizedTest(name = "section {0}, value {1}: {2}")
  @CsvSource({
    "0, 7, 7", // undefined: the value is the version
    "65521, 7, 7", // absolute
    "1, 4, 87654321", // 4 bytes in section 1
    "1, 5, -1", // not wholly in the section
    "1, -4, -1",
    "99, 0, -1", // no such section
    "65522, 7, -1" // SHN_COMMON
  })
  void takesTheVersionFromWhereItsSymbolPoints(int section, long value, long crc)
      throws IOException {
    Path file = new ModuleBuilder(ElfForm.BE64)
        .with(elf -> elf.section("crcs", new byte[] {0, 0, 0, 0, 5, 0x39, 0x7f, (byte) 0xb1}))
        .with(elf -> elf.symbol("__crc_x", section, value, 0, ElfBuilder.LOCAL))
        .writeTo(foo());

    ModuleSymbols symbols = ModuleFile.read(file).symbols();

    assertThat(symbols.exports()).containsExactly(new Export("x", crc));
  }

  @ParameterizedTest(name = "machine {0}")
  @ValueSource(ints = {ElfFile.SPARC, ElfFile.SPARC_V9})
  void doesNotNeedTheRegistersOfSparc(int machine) throws IOException {
    Path file = new ModuleBuilder(ElfForm.BE64)
        .with(elf -> elf.machine(machine))
        .with(elf -> elf.undefined("g2", ElfBuilder.GLOBAL | 13))
        .needs("foo")
        .writeTo(foo());

    ModuleSymbols symbols = ModuleFile.read(file).symbols();

    assertThat(symbols.needs()).containsExactly(new Need("foo", 0, false));
  }

  @Test
  void needsASymbolOfThatTypeOnOtherMachines() throws IOException {
    Path file = new ModuleBuilder()
        .with(elf -> elf.undefined("g2", ElfBuilder.GLOBAL | 13))
        .writeTo(foo());

    ModuleSymbols symbols = ModuleFile.read(file).symbols();

    assertThat(symbols.needs()).containsExactly(new Need("g2", 0, false));
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void readsVersionsOfBothForms(ElfForm form) throws IOException {
    Path file = new ModuleBuilder(form)
        .version("module_layout", 0x11)
        .version(".dotted", 0xfedcba98L)
        .extendedVersion("module_layout", 0x11)
        .extendedVersion("a_name_of_rust_that_has_no_room_in_a_record", 0x89abcdefL)
        .writeTo(foo());

    List<SymbolVersion> versions = ModuleFile.readVersions(file);

    assertThat(versions)
        .containsExactly(
            new SymbolVersion("module_layout", 0x11),
            new SymbolVersion(".dotted", 0xfedcba98L),
            new SymbolVersion("a_name_of_rust_that_has_no_room_in_a_record", 0x89abcdefL));
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void takesTheVersionsOfNeedsFromTheExtendedFormToo(ElfForm form) throws IOException {
    Path file =
        new ModuleBuilder(form).extendedVersion("foo", 0x89abcdefL).needs("foo").writeTo(foo());

    ModuleSymbols symbols = ModuleFile.read(file).symbols();

    assertThat(symbols.needs()).containsExactly(new Need("foo", 0x89abcdefL, false));
  }

  @ParameterizedTest(name = "{0} of {1} bytes: {2}")
  @CsvSource({
    "__versions, 65, __versions ends within a record, 64",
    "__versions, 64, name in __versions does not end in NUL, 64",
    "__version_ext_crcs, 5, __version_ext_crcs ends within a checksum, 64",
    "__version_ext_crcs, 8, __version_ext_names has too few names, 72",
  })
  void refusesToShowDamagedVersionsButNeedsTheSymbols(
      String name, int length, String problem, int offset) throws IOException {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) 'x');
    Path file = new ModuleBuilder()
        .with(elf -> elf.section(name, bytes))
        .with(elf -> elf.section("__version_ext_names", new byte[] {'a'}))
        .needs("foo")
        .writeTo(foo());

    assertThatThrownBy(() -> ModuleFile.readVersions(file))
        .isInstanceOfSatisfying(ModuleFormatException.class, is(Reason.BROKEN))
        .hasMessage(problem + ": offset=" + offset);
    assertThat(ModuleFile.read(file).symbols().needs()).containsExactly(new Need("foo", 0, false));
  }

  @Test
  void saysWhichPartIsNotThere() {
    Path file = new ModuleBuilder().writeTo(foo());

    assertThatThrownBy(() -> ModuleFile.readModinfo(file))
        .isInstanceOfSatisfying(ModuleFormatException.class, is(Reason.NO_DATA))
        .hasMessage("no section .modinfo");
    assertThatThrownBy(() -> ModuleFile.readVersions(file))
        .isInstanceOfSatisfying(ModuleFormatException.class, is(Reason.NO_DATA))
        .hasMessage("no section __versions");
    assertThatThrownBy(() -> ModuleFile.readExports(file))
        .isInstanceOfSatisfying(ModuleFormatException.class, is(Reason.NO_DATA))
        .hasMessage("no exported symbols");
  }

  /** A part that is there and empty is no fault, as in kmod. */
  @Test
  void readsPartsThatAreEmpty() throws IOException {
    Path file = new ModuleBuilder()
        .with(elf -> elf.section("__versions", new byte[0]))
        .with(elf -> elf.section("__ksymtab_strings", new byte[0]))
        .writeTo(foo());

    assertThat(ModuleFile.readVersions(file)).isEmpty();
    assertThat(ModuleFile.readExports(file)).isEmpty();
  }

  @Test
  void readsAModuleWithoutAnyOfTheParts() throws IOException {
    Path file = new ModuleBuilder().writeTo(foo());

    assertThat(ModuleFile.read(file)).isEqualTo(new ModuleFile(Modinfo.EMPTY, ModuleSymbols.EMPTY));
  }

  @Test
  void showsExportsByTheirStringsIfTheSymbolTableIsDamaged() throws IOException {
    Path file = new ModuleBuilder()
        .exports("foo", "bar")
        .with(elf -> elf.section(".symtab", new byte[25]))
        .with(elf -> elf.section(".strtab", new byte[1]))
        .writeTo(foo());

    assertThat(ModuleFile.readExports(file))
        .containsExactly(new Export("foo", 0), new Export("bar", 0));
    assertThatThrownBy(() -> ModuleFile.read(file))
        .isInstanceOfSatisfying(ModuleFormatException.class, is(Reason.BROKEN))
        .hasMessageStartingWith("symbol table ends within a symbol: offset=");
  }

  @Test
  void tellsGplOnlyExportsByTheSectionOfTheirEntries() throws IOException {
    Path file = new ModuleBuilder()
        .exports("free", "bound")
        .with(elf -> {
          int any = elf.section("__ksymtab", new byte[12]);
          int gpl = elf.section("__ksymtab_gpl", new byte[12]);
          elf.symbol("__ksymtab_free", any, 0, 0, ElfBuilder.LOCAL);
          elf.symbol("__ksymtab_bound", gpl, 0, 0, ElfBuilder.LOCAL);
          elf.symbol("__ksymtab_lost", 0x7fff, 0, 0, ElfBuilder.LOCAL);
        })
        .writeTo(foo());

    assertThat(ModuleFile.readGplOnlyExports(file)).containsExactly("bound");
    assertThat(ModuleFile.readGplOnlyExports(new ModuleBuilder().exports("free").writeTo(foo())))
        .isEmpty();
  }

  @Test
  void doesNotKnowGplOnlyExportsWhoseEntriesHaveNoSymbols() {
    Path file = new ModuleBuilder()
        .exports("bound")
        .with(elf -> elf.section("__ksymtab_gpl", new byte[12]))
        .writeTo(foo());

    assertThatThrownBy(() -> ModuleFile.readGplOnlyExports(file))
        .isInstanceOfSatisfying(ModuleFormatException.class, is(Reason.NO_DATA))
        .hasMessage("no symbols of GPL-only exports");
  }

  @Test
  void refusesExportStringsWithoutNul() {
    Path file = new ModuleBuilder()
        .with(elf -> elf.section("__ksymtab_strings", new byte[] {'a', 0, 'b'}))
        .writeTo(foo());

    assertThatThrownBy(() -> ModuleFile.readExports(file))
        .isInstanceOfSatisfying(ModuleFormatException.class, is(Reason.BROKEN))
        .hasMessage("__ksymtab_strings does not end in NUL: offset=64");
  }

  @ParameterizedTest(name = "{0} bytes: {1}")
  @CsvSource({
    "0, BROKEN, file too short to be a module: offset=0",
    "5, BROKEN, file too short to be a module: offset=5",
    "6, NOT_ELF, not an ELF file: offset=0",
    "16, NOT_ELF, not an ELF file: offset=0",
    "17, BROKEN, ELF header past end of file: offset=17",
  })
  void saysWhatIsWrongWithABeginning(int length, Reason reason, String message) throws IOException {
    byte[] module = new ModuleBuilder().modinfo("a=b").build();
    Path file = fileSystem.getPath("/foo.ko");
    Files.write(file, Arrays.copyOf(module, length));

    assertThatThrownBy(() -> ModuleFile.read(file))
        .isInstanceOfSatisfying(ModuleFormatException.class, is(reason))
        .hasMessage(message);
  }

  @Test
  void leavesItToTheFileSystemToSayThatThereIsNoFile() {
    assertThatThrownBy(() -> ModuleFile.read(foo())).isInstanceOf(NoSuchFileException.class);
  }

  /** Every beginning of a module is refused in the documented way, wherever it ends. */
  @ParameterizedTest(name = "{0} bytes of {1}")
  @MethodSource("beginnings")
  void refusesEachBeginningOfAModule(int length, ElfForm form) throws IOException {
    Path file = fileSystem.getPath("/foo.ko");
    Files.write(file, Arrays.copyOf(full(form), length));

    assertThatThrownBy(() -> ModuleFile.read(file)).isInstanceOf(ModuleFormatException.class);
  }

  static Stream<Arguments> beginnings() {
    return Stream.of(ElfForm.values())
        .flatMap(form -> IntStream.range(0, full(form).length)
            .filter(length -> length % 41 == 0 || full(form).length - length < 3)
            .mapToObj(length -> Arguments.of(length, form)));
  }

  /** A damaged byte gives a value or the documented exception, wherever it stands. */
  @ParameterizedTest(name = "byte {0} of {1}")
  @MethodSource("beginnings")
  void standsADamagedByteAnywhere(int offset, ElfForm form) throws IOException {
    byte[] module = full(form);
    module[offset] ^= (byte) 0xff;
    Path file = fileSystem.getPath("/foo.ko");
    Files.write(file, module);

    assertThatCode(() -> readEverything(file)).doesNotThrowAnyException();
  }

  private static void readEverything(Path file) throws IOException {
    try {
      ModuleFile.read(file);
      ModuleFile.readModinfo(file);
      ModuleFile.readExports(file);
      ModuleFile.readVersions(file);
    } catch (ModuleFormatException e) {
      assertThat(e).hasMessageNotContaining("null");
    }
  }

  private static byte[] full(ElfForm form) {
    return new ModuleBuilder(form)
        .modinfo("license=GPL", "alias=x")
        .exports("a", 1)
        .exportsRelative("b", 2)
        .exports("c")
        .version("d", 3)
        .extendedVersion("e", 4)
        .needs("d", "e")
        .build();
  }

  private Path foo() {
    return folder.resolve("foo.ko");
  }

  private static Consumer<ModuleFormatException> is(Reason reason) {
    return e -> assertThat(e.reason()).isEqualTo(reason);
  }
}
