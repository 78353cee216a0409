package org.moduletools.depmod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moduletools.depmod.ModuleTree.lines;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What depmod says of symbols. */
class DepmodSymbolsTest {

  private final ModuleTree tree = new ModuleTree();

  @BeforeEach
  void makeTree() {
    tree.module(
        "a.ko",
        a -> a.exports("fa", 0x11)
            .needs("known", "unknown", "fb")
            .needsWeak("weak")
            .version("known", 0x22)
            .version("fb", 0x33));
    tree.module("b.ko", b -> b.exports("fb", 0x34));
    tree.file(
        "/boot/symvers",
        lines(
            "0x00000022\tknown\tvmlinux\tEXPORT_SYMBOL",
            "0x00000055\tunknown\tkernel/x\tEXPORT_SYMBOL"));
    tree.file("/boot/System.map", lines("ffff R __ksymtab_known", "ffff T unknown"));
  }

  @AfterEach
  void close() throws IOException {
    tree.close();
  }

  @Test
  void complainsOfSymbolsAndVersionsThatDoNotAgreeWithSymvers() {
    int status = tree.depmod("-e", "-E", "/boot/symvers");

    assertThat(status).isZero();
    assertThat(tree.err())
        .isEqualTo(lines(
            "depmod: WARNING: /lib/modules/5.0/a.ko needs unknown symbol unknown",
            "depmod: WARNING: /lib/modules/5.0/a.ko disagrees about version of symbol fb"));
  }

  @Test
  void complainsOfSymbolsOnlyWithSystemMap() {
    int status = tree.depmod("-e", "-F", "/boot/System.map");

    assertThat(status).isZero();
    assertThat(tree.err())
        .isEqualTo("depmod: WARNING: /lib/modules/5.0/a.ko needs unknown symbol unknown\n");
  }

  @Test
  void prefersSymversToSystemMap() {
    tree.depmod("-e", "-F", "/none", "-E", "/boot/symvers");

    assertThat(tree.err()).contains("disagrees");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"-E", "-F"})
  void complainsOnlyIfAsked(String option) {
    tree.file("/boot/empty", "");

    tree.depmod(option, "/boot/empty");

    assertThat(tree.err()).isEmpty();
  }

  @Test
  void needsToKnowTheKernelsSymbolsForComplaints() {
    int status = tree.depmod("-e");

    assertThat(status).isZero();
    assertThat(tree.err()).isEqualTo("depmod: WARNING: -e needs -E or -F\n");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"-E", "-F"})
  void failsIfTheKernelsSymbolsCannotBeRead(String option) {
    int status = tree.depmod(option, "boot/none");

    assertThat(status).isEqualTo(1);
    assertThat(tree.err())
        .isEqualTo("depmod: FATAL: could not load boot/none: No such file or directory\n");
  }

  @Test
  void namesBadLinesOfSymvers() {
    tree.file("/boot/symvers", lines("short", "0xzz known vmlinux"));

    tree.depmod("-E", "/boot/symvers");

    assertThat(tree.err())
        .isEqualTo(
            "depmod: ERROR: /boot/symvers:2 Invalid symbol version 0xzz: Invalid argument\n");
  }

  @Test
  void namesBadLinesOfSystemMap() {
    tree.file("/boot/System.map", lines("ffff R __ksymtab_known", "two words"));

    tree.depmod("-F", "/boot/System.map");

    assertThat(tree.err())
        .isEqualTo("depmod: ERROR: /boot/System.map:2: invalid line: two words\n\n");
  }

  @Test
  void takesThePrefixOffSymbols() {
    tree.module("a.ko", a -> a.needs("_fb"));

    tree.depmod("-P", "_");

    assertThat(tree.text("modules.dep")).contains("a.ko: b.ko\n");
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(strings = {"", "ab"})
  void takesAPrefixOfOneCharacterOnly(String prefix) {
    int status = tree.depmod("-P", prefix);

    assertThat(status).isEqualTo(1);
    assertThat(tree.err()).isEqualTo("depmod: FATAL: -P only takes a single char\n");
  }

  @Test
  void takesWhatFollowsForTheValueEvenIfItLooksLikeAnOption() {
    int status = tree.depmod("-P", "-b", "/nowhere");

    assertThat(status).isEqualTo(1);
    assertThat(tree.err()).isEqualTo("depmod: FATAL: -P only takes a single char\n");
  }

  @Test
  void givesASymbolThatTwoExportToTheOneThatComesLast() {
    tree.modules("a.ko")
        .module("c.ko", c -> c.exports("fb"))
        .module("d.ko", d -> d.needs("fb"))
        .file("modules.order", lines("c.ko", "b.ko"));

    tree.depmod();

    assertThat(tree.text("modules.dep")).contains("d.ko: b.ko\n");
    assertThat(tree.text("modules.symbols")).contains("symbol:fb b\n").doesNotContain("fb c");
  }

  @Test
  void dependsOnTheOwnerOfAWeakSymbolToo() {
    tree.module("a.ko", a -> a.needsWeak("fb"));

    tree.depmod();

    assertThat(tree.text("modules.dep")).contains("a.ko: b.ko\n");
  }
}
