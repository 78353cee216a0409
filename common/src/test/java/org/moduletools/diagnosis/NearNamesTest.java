package org.moduletools.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearNamesTest {

  private static final List<String> KNOWN = List.of(
      "loop", "dummy", "snd_hda_intel", "snd_hda_codec", "xt_MARK", "tun", "e1000", "e1000e");

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource({
    "lop,          loop",
    "lopo,         loop",
    "looop,        loop",
    "dumy,         dummy",
    "xt_mark,      xt_MARK",
    "snd_hda_inetl, snd_hda_intel",
    "tum,          tun",
  })
  void findsTheNameThatWasMeant(String typed, String meant) {
    assertThat(NearNames.to(typed, KNOWN).get(0)).isEqualTo(meant);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"zz", "fuse", "nosuch", "ext4"})
  void findsNothingThatIsUnlike(String typed) {
    assertThat(NearNames.to(typed, KNOWN)).isEmpty();
  }

  @Test
  void namesTheNearestFirst() {
    assertThat(NearNames.to("e1000f", KNOWN)).containsExactly("e1000", "e1000e");
    assertThat(NearNames.to("e1000E", KNOWN)).containsExactly("e1000e", "e1000");
  }
}
