package org.moduletools.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SymbolListTest {

  @Test
  void kallsymsTellsExportsByTheirEntries() {
    SymbolList list = SymbolList.ofKallsyms("""
        ffffffff0001 T inner
        ffffffff0002 D data
        ffffffff0010 r __ksymtab_any
        ffffffff0020 r __ksymtab_first
        ffffffff0020 R __start___ksymtab_gpl
        ffffffff0020 R __stop___ksymtab
        ffffffff0030 r __ksymtab_last
        ffffffff0040 R __stop___ksymtab_gpl
        ffffffff0050 r __ksymtab_later
        ffffffff0060 t of_module\t[mod]
        """);

    assertThat(list.names())
        .containsExactlyInAnyOrder("any", "first", "last", "later", "of_module");
    assertThat(list.gplOnly()).containsExactlyInAnyOrder("first", "last");
  }

  @Test
  void anEntryBeforeTheMarkAtAnotherAddressIsNotBehindIt() {
    SymbolList list = SymbolList.ofMap("""
        ffffffff0010 r __ksymtab_any
        ffffffff0020 R __start___ksymtab_gpl
        ffffffff0020 r __ksymtab_first
        ffffffff0040 R __stop___ksymtab_gpl
        """);

    assertThat(list.gplOnly()).containsExactly("first");
  }

  @Test
  void aMapWithoutEntriesHasAllSymbols() {
    SymbolList list = SymbolList.ofMap("ffffffff0001 T inner\nffffffff0002 t other\n");

    assertThat(list.names()).containsExactlyInAnyOrder("inner", "other");
    assertThat(list.gplOnly()).isEmpty();
  }

  @Test
  void kallsymsWithoutDataTellsNothing() {
    assertThat(SymbolList.ofKallsyms("0 T inner\n0 r __ksymtab_any\n")).isEqualTo(SymbolList.NONE);
  }

  @Test
  void aSentenceOrNonsenseHasNoRows() {
    assertThat(SymbolList.ofMap("ffffffffffffffff B The real System.map is elsewhere\n \n0\n0 T\n"))
        .isEqualTo(SymbolList.NONE);
  }

  @Test
  void moduleSymversTellsTheKind() {
    SymbolList list = SymbolList.ofSymvers("""
        0x12345678\tany\tvmlinux\tEXPORT_SYMBOL\t
        0x12345679\tfirst\tvmlinux\tEXPORT_SYMBOL_GPL\tNAMESPACE
        """);

    assertThat(list.names()).containsExactlyInAnyOrder("any", "first");
    assertThat(list.gplOnly()).containsExactly("first");
  }
}
