package org.moduletools.index;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.moduletools.index.ModuleDirectory.Entry;
import org.moduletools.index.ModulesDep.Line;
import org.moduletools.module.ModuleName;

class ModulesDepTest {

  private static final ModuleName TOP = new ModuleName("top");

  private final ModuleFolder folder = new ModuleFolder();
  private final ModulesDep dep = new ModulesDep(folder.directory(), folder::hear);

  ModulesDepTest() throws IOException {}

  @Test
  void readsTheIndexRatherThanTheText() throws IOException {
    folder.index(Entry.DEP_BIN, "top", "kernel/top.ko: kernel/mid.ko kernel/base-mod.ko");
    folder.text(Entry.DEP, "kernel/old/top.ko:");

    assertThat(dep.find(TOP))
        .contains(new Line("kernel/top.ko", List.of("kernel/mid.ko", "kernel/base-mod.ko")));
    assertThat(dep.find(new ModuleName("base-mod"))).isEmpty();
  }

  @Test
  void readsTheTextWhereThereIsNoIndex() throws IOException {
    folder.text(
        Entry.DEP,
        "# a comment: of module-init-tools",
        "kernel/top.ko.xz: kernel/mid.ko.xz \t kernel/base-mod.ko.xz ",
        "",
        "no colon",
        "/opt/\u00e9/base-mod.ko:",
        "kernel/k\u00e9y.ko:",
        "kernel/other/top.ko:");

    assertThat(dep.find(TOP))
        .contains(
            new Line("kernel/top.ko.xz", List.of("kernel/mid.ko.xz", "kernel/base-mod.ko.xz")));
    assertThat(dep.find(new ModuleName("base_mod")))
        .contains(new Line("/opt/\u00e9/base-mod.ko", List.of()));
    assertThat(dep.find(new ModuleName("no colon"))).isEmpty();
    assertThat(folder.problems()).isEmpty();
  }

  @ParameterizedTest(name = "{0} bytes")
  @CsvSource({"0, it is empty", "2, index ends early: offset=2", "11, not an index: offset=0"})
  void namesAnIndexThatAPowerCutLeftAndReadsTheText(int sizeBytes, String wrong)
      throws IOException {
    folder.bytes(Entry.DEP_BIN, new byte[sizeBytes]);
    folder.text(Entry.DEP, "top.ko:");

    assertThat(dep.find(TOP)).contains(new Line("top.ko", List.of()));
    assertThat(folder.problems())
        .containsExactly("/lib/modules/6.1/modules.dep.bin is damaged: " + wrong
            + "; modules.dep is used instead, run depmod to write both anew");
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("cutTexts")
  void namesATextThatAPowerCutLeft(String content, String wrong) throws IOException {
    folder.bytes(Entry.DEP, content.getBytes(ISO_8859_1));

    assertThat(dep.find(TOP)).isEmpty();
    assertThat(dep.find(TOP)).isEmpty();
    assertThat(folder.problems())
        .containsExactly("/lib/modules/6.1/modules.dep is damaged: " + wrong + "; run depmod");
  }

  static Stream<Arguments> cutTexts() {
    return Stream.of(
        Arguments.of("", "it is empty"),
        Arguments.of("to", "no line of it is whole"),
        Arguments.of("top.ko:\n\0\0", "a byte of 0: offset=8"));
  }

  @Test
  void failsIfAPowerCutLeftNeither() throws IOException {
    folder.bytes(Entry.DEP_BIN, new byte[0]);
    folder.bytes(Entry.DEP, new byte[0]);

    assertThatThrownBy(() -> dep.find(TOP))
        .isInstanceOf(IndexFormatException.class)
        .hasMessage("/lib/modules/6.1/modules.dep.bin is damaged: it is empty,"
            + " and /lib/modules/6.1/modules.dep is damaged: it is empty");
  }

  @Test
  void looksIntoNoTextBesideASoundIndex() throws IOException {
    folder.index(Entry.DEP_BIN, "top", "top.ko:");
    folder.bytes(Entry.DEP, new byte[0]);

    assertThat(dep.find(TOP)).isPresent();
    assertThat(folder.problems()).isEmpty();
  }

  @Test
  void saysOnceThatADamagedIndexIsNotUsed() throws IOException {
    folder.bytes(Entry.DEP_BIN, new byte[12]);
    folder.text(Entry.DEP, "kernel/top.ko:");

    Optional<Line> first = dep.find(TOP);
    Optional<Line> second = dep.find(TOP);

    assertThat(first).isPresent().isEqualTo(second);
    assertThat(folder.problems())
        .containsExactly("/lib/modules/6.1/modules.dep.bin is damaged: not an index: offset=0;"
            + " modules.dep is used instead, run depmod to write both anew");
  }

  @Test
  void turnsToTheTextWhenALookUpMeetsDamage() throws IOException {
    folder.bytes(
        Entry.DEP_BIN,
        Spelled.bytes(
            "b007f457 00020001 2000000c",
            "61 74 4000005e", // at 12: a leads to 94
            "00000000 ".repeat(18), // b to s lead nowhere
            "40ffffff", // t leads out of the file
            "00000001 00000000 'a.ko:' 00")); // at 94
    folder.text(Entry.DEP, "a.ko: t.ko", "t.ko:");

    Optional<Line> sound = dep.find(new ModuleName("a"));
    Optional<Line> damaged = dep.find(new ModuleName("t"));

    assertThat(sound).contains(new Line("a.ko", List.of()));
    assertThat(damaged).contains(new Line("t.ko", List.of()));
    assertThat(folder.problems()).hasSize(1);
  }

  @Test
  void turnsToTheTextForALineWithoutItsColon() throws IOException {
    folder.index(Entry.DEP_BIN, "top", "kernel/to");
    folder.text(Entry.DEP, "kernel/top.ko: mid.ko", "mid.ko:");
    List<Line> lines = new ArrayList<>();

    Optional<Line> found = dep.find(TOP);
    dep.forEach(lines::add);

    assertThat(found).contains(new Line("kernel/top.ko", List.of("mid.ko")));
    assertThat(lines).hasSize(2);
    assertThat(folder.problems())
        .containsExactly("/lib/modules/6.1/modules.dep.bin is damaged: the value of top is cut"
            + " short; modules.dep is used instead, run depmod to write both anew");
  }

  @Test
  void failsIfTheIndexIsDamagedAndThereIsNoText() throws IOException {
    folder.bytes(Entry.DEP_BIN, new byte[12]);

    assertThatThrownBy(() -> dep.find(TOP))
        .isInstanceOf(IndexFormatException.class)
        .hasMessage("/lib/modules/6.1/modules.dep.bin is damaged: not an index: offset=0,"
            + " and there is no modules.dep");
    assertThatThrownBy(() -> dep.find(TOP)).isInstanceOf(IndexFormatException.class);
    assertThat(folder.problems()).isEmpty();
  }

  @Test
  void isEmptyIfThereIsNeither() throws IOException {
    assertThat(dep.find(TOP)).isEmpty();
  }

  @ParameterizedTest(name = "text only: {0}")
  @ValueSource(booleans = {false, true})
  void showsAllLinesByModuleName(boolean textOnly) throws IOException {
    if (!textOnly) {
      folder.index(Entry.DEP_BIN, "top", "top.ko: mid.ko", "mid", "mid.ko:");
    }
    folder.text(Entry.DEP, "top.ko: mid.ko", "mid.ko:");

    List<Line> lines = new ArrayList<>();
    dep.forEach(lines::add);

    assertThat(lines)
        .containsExactly(new Line("mid.ko", List.of()), new Line("top.ko", List.of("mid.ko")));
  }
}
