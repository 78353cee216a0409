package org.moduletools.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.moduletools.module.ModuleName;

class LoadedModuleTest {

  private static LoadedModule row(String line) {
    return LoadedModule.parse(line).orElseThrow();
  }

  @Test
  void readsARowOfTodaysKernels() {
    LoadedModule llc = row("llc 16384 2 bridge,stp, Live 0xffffffffc0a00000 (OE)");

    assertThat(llc.name()).isEqualTo(new ModuleName("llc"));
    assertThat(llc.sizeBytes()).isEqualTo(16384);
    assertThat(llc.references()).hasValue(2);
    assertThat(llc.usedBy()).isEqualTo("bridge,stp");
    assertThat(llc.users()).containsExactly(new ModuleName("bridge"), new ModuleName("stp"));
    assertThat(llc.state()).isEqualTo(ModuleState.LIVE);
    assertThat(llc.permanent()).isFalse();
  }

  @Test
  void readsADashAsNoUsers() {
    LoadedModule loop = row("loop 40960 1 - Live 0x0000000000000000");

    assertThat(loop.references()).hasValue(1);
    assertThat(loop.usedBy()).isEmpty();
    assertThat(loop.users()).isEmpty();
  }

  @Test
  void doesNotTakePermanentForAUser() {
    LoadedModule module = row("stp 16384 1 bridge,[permanent], Live 0x0000000000000000");

    assertThat(module.permanent()).isTrue();
    assertThat(module.users()).containsExactly(new ModuleName("bridge"));
    assertThat(module.usedBy()).isEqualTo("bridge,[permanent]");
  }

  @Test
  void tellsAKernelThatKeepsNoCounts() {
    LoadedModule module = row("stp 16384 - - Live 0x0000000000000000");

    assertThat(module.references()).isEmpty();
    assertThat(module.users()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"Live, LIVE", "Loading, COMING", "Unloading, GOING"})
  void readsTheState(String word, ModuleState state) {
    assertThat(row("floppy 98304 0 - " + word + " 0x0").state()).isEqualTo(state);
    assertThat(row("floppy 98304 1 a,b, " + word + " 0x0").state()).isEqualTo(state);
  }

  @Test
  void readsTheNegativeCountOfAModuleThatGoes() {
    assertThat(row("scsi_debug 98304 -1 - Unloading 0x0").references()).hasValue(-1);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "llc 16384 2 bridge stp",
        "llc                  16384   2 bridge stp [permanent] [unsafe]",
        "llc 16384   2 (autoclean) [bridge stp]",
      })
  void readsTheUsersOfOldKernels(String line) {
    LoadedModule llc = row(line);

    assertThat(llc.references()).hasValue(2);
    assertThat(llc.users()).containsExactly(new ModuleName("bridge"), new ModuleName("stp"));
    assertThat(llc.state()).isEqualTo(ModuleState.LIVE);
  }

  @Test
  void keepsTheTextOfAnOldUsersColumn() {
    assertThat(row("llc 16384 2 bridge stp [permanent]").usedBy())
        .isEqualTo("bridge stp [permanent]");
  }

  @Test
  void readsTwoColumns() {
    LoadedModule baz = row("baz                      102");

    assertThat(baz.sizeBytes()).isEqualTo(102);
    assertThat(baz.references()).isEmpty();
    assertThat(baz.usedBy()).isEmpty();
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(
      strings = {
        "x",
        "x -",
        "x 99999999999999999999999 99999999999999999999",
        "x 1e9 NaN , , ,",
        "x \u0000 \u00ff",
      })
  void takesADamagedColumnAsNotTold(String line) {
    LoadedModule module = row(line);

    assertThat(module.name()).isEqualTo(new ModuleName("x"));
    assertThat(module.sizeBytes()).isZero();
    assertThat(module.references()).isEqualTo(OptionalInt.empty());
    assertThat(module.users()).isEmpty();
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(strings = {"", " ", "\t \t"})
  void passesOverABlankLine(String line) {
    assertThat(LoadedModule.parse(line)).isEmpty();
  }
}
