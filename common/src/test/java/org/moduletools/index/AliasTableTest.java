package org.moduletools.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moduletools.index.ModuleDirectory.Entry;
import org.moduletools.module.ModuleName;

class AliasTableTest {

  private final ModuleFolder folder = new ModuleFolder();
  private final AliasTable modules = AliasTable.ofModules(folder.directory(), folder::hear);
  private final AliasTable symbols = AliasTable.ofSymbols(folder.directory(), folder::hear);
  private final AliasTable builtins = AliasTable.ofBuiltins(folder.directory(), folder::hear);

  AliasTableTest() throws IOException {}

  private static List<String> names(List<ModuleName> modules) {
    return modules.stream().map(ModuleName::value).toList();
  }

  private static List<String> all(AliasTable table) throws IOException {
    List<String> all = new ArrayList<>();
    table.forEach((pattern, module) -> all.add(pattern + " " + module));
    return all;
  }

  private void writeText() throws IOException {
    folder.text(
        Entry.ALIAS,
        "# Aliases extracted from modules themselves.",
        "alias pci:v*d0001* zeta",
        "alias net-pf-10 zeta",
        "alias pci:v0[1-3]* alpha",
        "alias pci:v* beta",
        "alias un[balanced zeta",
        "alias two-words",
        "options zeta x=1",
        "  alias\tx-[-]y*   gam-ma ");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "pci:v02d0001x, 'zeta,alpha,beta'",
    "pci:v02d0002, 'alpha,beta'",
    "net_pf_10, zeta",
    "net-pf-10, ''",
    "x_-y1, gam_ma",
    "un[balanced, ''",
    "two_words, ''",
  })
  void answersFromTheTextInTheOrderOfTheModules(String alias, String expected) throws IOException {
    writeText();

    assertThat(String.join(",", names(modules.matching(alias)))).isEqualTo(expected);
  }

  @Test
  void showsTheTextAsTheIndexWouldBeShown() throws IOException {
    writeText();

    assertThat(all(modules))
        .containsExactly(
            "net_pf_10 zeta",
            "pci:v* beta",
            "pci:v*d0001* zeta",
            "pci:v0[1-3]* alpha",
            "x_[-]y* gam-ma");
  }

  @Test
  void writesAllAsTheLinesOfTheText() throws IOException {
    folder.index(Entry.ALIAS_BIN, "pci:v*", "beta", "pci:v*", "alpha", "x", "gamma");
    ByteArrayOutputStream lines = new ByteArrayOutputStream();

    modules.writeLines(lines);

    assertThat(lines.toString(StandardCharsets.ISO_8859_1))
        .isEqualTo("alias pci:v* beta\nalias pci:v* alpha\nalias x gamma\n");
  }

  @Test
  void writesNoLineTwiceIfTheIndexIsDamagedAtItsEnd() throws IOException {
    folder.bytes(
        Entry.ALIAS_BIN,
        Spelled.bytes(
            "b007f457 00020001 2000000c",
            "61 62 40000016 4000ffff", // at 12: a leads to 22, b out of the file
            "00000001 00000000 'm' 00"));
    folder.text(Entry.ALIAS, "alias a m", "alias b n");
    ByteArrayOutputStream lines = new ByteArrayOutputStream();

    modules.writeLines(lines);

    assertThat(lines).hasToString("alias a m\nalias b n\n");
    assertThat(folder.problems()).hasSize(1);
  }

  @Test
  void answersFromTheIndexInTheOrderOfPriorities() throws IOException {
    folder.index(Entry.ALIAS_BIN, "a*", "first", "ab", "second", "*b", "third");
    writeText();

    assertThat(names(modules.matching("ab"))).containsExactly("first", "second", "third");
    assertThat(modules.matching("net_pf_10")).isEmpty();
  }

  /** The damage stands where only a walk through all comes. */
  @Test
  void showsNothingTwiceIfDamageComesLate() throws IOException {
    folder.bytes(
        Entry.ALIAS_BIN,
        Spelled.bytes(
            "b007f457 00020001 2000000c",
            "61 62 40000016 40ffffff", // at 12: a leads to 22, b out of the file
            "00000001 00000000 'one' 00")); // at 22
    folder.text(Entry.ALIAS, "alias a one", "alias b two");

    assertThat(names(modules.matching("a"))).containsExactly("one");
    assertThat(all(modules)).containsExactly("a one", "b two");
    assertThat(folder.problems())
        .containsExactly(
            "/lib/modules/6.1/modules.alias.bin is damaged: reference to a node outside"
                + " of the index: offset=16777215; modules.alias is used instead, run depmod to write"
                + " both anew");
  }

  @Test
  void findsTheModuleThatExportsASymbol() throws IOException {
    folder.text(
        Entry.SYMBOLS,
        "# Aliases for symbols, used by symbol_request().",
        "alias symbol:crc32c libcrc32c",
        "alias symbol:ext4_x ext4");

    assertThat(names(symbols.matching("symbol:crc32c"))).containsExactly("libcrc32c");
    assertThat(symbols.matching("symbol:crc")).isEmpty();
  }

  @Test
  void findsAliasesOfBuiltinModulesInTheirModinfo() throws IOException {
    folder.bytes(
        Entry.BUILTIN_MODINFO,
        Spelled.bytes(
            "'ext4.alias=fs-ext3' 00 'ext4.license=GPL' 00 'ext4.alias=fs-ext4' 00",
            "'crc-t10.alias=crypto-*' 00 'late.alias=crypto-crc' 00"));

    assertThat(names(builtins.matching("fs_ext3"))).containsExactly("ext4");
    assertThat(names(builtins.matching("crypto_crc"))).containsExactly("late", "crc_t10");
    assertThat(builtins.matching("GPL")).isEmpty();
  }

  @Test
  void prefersTheIndexOfBuiltinModules() throws IOException {
    folder.index(Entry.BUILTIN_ALIAS_BIN, "fs_ext4", "ext4");

    assertThat(names(builtins.matching("fs_ext4"))).containsExactly("ext4");
  }

  @Test
  void isEmptyWithoutAnyFile() throws IOException {
    assertThat(modules.matching("a")).isEmpty();
    assertThat(symbols.matching("symbol:a")).isEmpty();
    assertThat(builtins.matching("a")).isEmpty();
    assertThat(all(modules)).isEmpty();
    assertThat(folder.problems()).isEmpty();
  }
}
