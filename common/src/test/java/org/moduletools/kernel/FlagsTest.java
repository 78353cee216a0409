package org.moduletools.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FlagsTest {

  @Test
  void insertFlagsHaveTheBitsOfLinuxModuleH() {
    assertThat(InsertFlag.bits(Set.of())).isZero();
    assertThat(InsertFlag.bits(Set.of(InsertFlag.IGNORE_MODVERSIONS))).isEqualTo(1);
    assertThat(InsertFlag.bits(Set.of(InsertFlag.IGNORE_VERMAGIC))).isEqualTo(2);
    assertThat(InsertFlag.bits(Set.of(InsertFlag.COMPRESSED_FILE))).isEqualTo(4);
    assertThat(InsertFlag.bits(EnumSet.allOf(InsertFlag.class))).isEqualTo(7);
  }

  @Test
  void removeFlagsHaveTheBitsOfFcntlH() {
    assertThat(RemoveFlag.bits(Set.of())).isZero();
    assertThat(RemoveFlag.bits(Set.of(RemoveFlag.NO_WAIT))).isEqualTo(04000);
    assertThat(RemoveFlag.bits(Set.of(RemoveFlag.EXCLUSIVE))).isEqualTo(0200);
    assertThat(RemoveFlag.bits(Set.of(RemoveFlag.FORCE))).isEqualTo(01000);
    assertThat(RemoveFlag.bits(EnumSet.allOf(RemoveFlag.class))).isEqualTo(05200);
  }
}
