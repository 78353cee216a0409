package org.moduletools.devicetable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moduletools.elf.ElfForm;

/**
 * Buses of which builds of the kernel have made different aliases. What is expected is what the
 * modpost of Debian's Linux 6.12 and 7.2 makes.
 */
class LaterRulesTest {

  private static DeviceTable table(String bus, RecordBytes records) throws IOException {
    return new TableFile(ElfForm.LE64)
        .table("__mod_device_table__kmod_m__" + bus + "__t", records.toBytes())
        .read()
        .get(0);
  }

  private static RecordBytes typec() {
    return new RecordBytes(ElfForm.LE64)
        .u16(0xff01)
        .u8(1)
        .pad(5)
        .word(0)
        .u16(0x8087)
        .u8(7)
        .pad(5)
        .word(0)
        .pad(16);
  }

  @Test
  void takesTheRuleThatMadeTheAliases() throws IOException {
    DeviceTable table = table("typec", typec());

    assertThat(table.patternsLike(Set.of("typec:idFF01m01", "typec:id8087m*")))
        .containsExactly("typec:idFF01m01", "typec:id8087m*");
    assertThat(table.patternsLike(Set.of("typec:idFF01", "typec:id8087", "other")))
        .containsExactly("typec:idFF01", "typec:id8087");
  }

  @Test
  void takesTheRuleThatMadeMostOfThem() throws IOException {
    DeviceTable table = table("typec", typec());

    assertThat(table.patternsLike(Set.of("typec:id8087")))
        .containsExactly("typec:idFF01", "typec:id8087");
  }

  @Test
  void takesTheEarlierRuleIfNoneMadeAny() throws IOException {
    assertThat(table("typec", typec()).patternsLike(Set.of()))
        .containsExactly("typec:idFF01m01", "typec:id8087m*");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "wmi:05901221-d566-11d1-b2f0-00a0c9062910",
        "wmi:05901221-D566-11D1-B2F0-00A0C9062910"
      })
  void writesGuidsAsTheyAreOrInUpperCase(String alias) throws IOException {
    RecordBytes records = new RecordBytes(ElfForm.LE64)
        .text(37, "05901221-d566-11d1-b2f0-00a0c9062910")
        .pad(3)
        .word(0)
        .pad(48);

    assertThat(table("wmi", records).patternsLike(Set.of(alias))).containsExactly(alias);
  }

  @Test
  void asksForNoAliasOfWhatIsNoGuid() throws IOException {
    RecordBytes records = new RecordBytes(ElfForm.LE64)
        .text(37, "X5901221-d566-11d1-b2f0-00a0c9062910")
        .pad(3)
        .word(0)
        .pad(48);

    assertThat(table("wmi", records).patternsLike(Set.of("other"))).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"10,*", "10,*11,*"})
  void knowsOneMoreSwitch(String switches) throws IOException {
    RecordBytes records = new RecordBytes(ElfForm.LE64)
        .word(0x1000)
        .u16(0, 0, 0, 0)
        .word(new long[1 + 12 + 7]) // events, keys, and five sets of one word and one of two
        .word(1L << 0x10 | 1L << 0x11)
        .word(0, 0)
        .pad(200);
    String alias = "input:b*v*p*e*-e*k*r*a*m*l*s*f*w*" + switches;

    assertThat(table("input", records).patternsLike(Set.of(alias))).containsExactly(alias);
  }
}
