package org.moduletools.module;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AliasTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "net-pf-10, net_pf_10",
    "usb:v[0-9]p-x, usb:v[0-9]p_x",
    "a[-]-b[[-]-, a[-]_b[[-]_",
    "no.dash, no.dash",
  })
  void spellsDashesOutsideBracketsAsUnderscores(String alias, String normal) {
    assertThat(Alias.normalize(alias)).contains(normal);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"a[b", "a]b", "a[b]]", "[["})
  void refusesABracketWithoutPartner(String alias) {
    assertThat(Alias.normalize(alias)).isEmpty();
  }

  @Test
  void keepsTheEmptyAlias() {
    assertThat(Alias.normalize("")).contains("");
  }
}
