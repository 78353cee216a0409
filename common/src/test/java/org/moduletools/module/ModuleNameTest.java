package org.moduletools.module;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModuleNameTest {

  @Test
  void spellsDashesAsUnderscores() {
    assertThat(new ModuleName("snd-hda-intel").value()).isEqualTo("snd_hda_intel");
  }

  @Test
  void isTheSameHoweverItWasSpelled() {
    assertThat(new ModuleName("snd-hda"))
        .isEqualTo(new ModuleName("snd_hda"))
        .hasSameHashCodeAs(new ModuleName("snd_hda"))
        .isNotEqualTo(new ModuleName("snd"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "kernel/drivers/net/dummy.ko, dummy",
    "snd-hda-intel.ko.xz, snd_hda_intel",
    "a.b-c.ko, a",
    "/lib/modules/x/extra/no-suffix, no_suffix",
  })
  void isTheLastPathComponentUpToTheFirstDot(String path, String name) {
    assertThat(ModuleName.ofPath(path).value()).isEqualTo(name);
  }
}
