package org.moduletools.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moduletools.indexing.SymbolTable.Symbol;

class SymbolTableTest {

  private final SymbolTable plain = SymbolTable.withoutPrefix();

  @Test
  void givesASymbolToTheOwnerThatCameLast() {
    plain.add("twice", 1, 7);
    plain.add("twice", 2, 8);

    assertThat(plain.find("twice")).isEqualTo(new Symbol("twice", 2, 8));
  }

  @Test
  void saysThatNobodyExportsASymbol() {
    assertThat(plain.find("nothing").isKnown()).isFalse();
  }

  @Test
  void knowsWhatTheKernelExports() {
    plain.add("printk", 1, SymbolTable.KERNEL);

    assertThat(plain.find("printk").isKnown()).isTrue();
  }

  @Test
  void findsAPowerPcFunctionByItsDescriptor() {
    plain.add("foo", 0, 3);

    assertThat(plain.find(".foo").owner()).isEqualTo(3);
  }

  @Test
  void dropsOneDotOnly() {
    plain.add("foo", 0, 3);

    assertThat(plain.find("..foo").isKnown()).isFalse();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"foo", "_foo", "._foo"})
  void findsASymbolWithAndWithoutItsPrefix(String needed) {
    SymbolTable prefixed = SymbolTable.withPrefix('_');
    prefixed.add("_foo", 0, 3);

    assertThat(prefixed.find(needed)).isEqualTo(new Symbol("foo", 0, 3));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"__this_module", "_GLOBAL_OFFSET_TABLE_", ".TOC.", "TOC."})
  void addsWhatTheKernelMakesUp(String needed) {
    plain.addMadeUp();

    assertThat(plain.find(needed).owner()).isEqualTo(SymbolTable.KERNEL);
  }

  @Test
  void listsWhatModulesExport() {
    plain.add("kernel", 0, SymbolTable.KERNEL);
    plain.add("b", 0, 0);
    plain.add("a", 0, 0);
    plain.add("c", 0, 1);

    assertThat(plain.ofModules()).extracting(Symbol::name).containsExactly("b", "a", "c");
  }

  @Test
  void listsOfModulesThatExportTheSameTheLast() {
    plain.add("twice", 1, 0);
    plain.add("a", 0, 0);
    plain.add("twice", 2, 1);

    assertThat(plain.ofModules()).containsExactly(new Symbol("twice", 2, 1), new Symbol("a", 0, 0));
  }
}
