package org.moduletools.depmod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moduletools.depmod.ModuleTree.lines;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Odd content of modules and of the kernel's own lists. */
class DepmodFilesTest {

  /** Magic, version, and a root that has nothing. */
  private static final String EMPTY_INDEX = "b007f457" + "00020001" + "0000000c";

  private final ModuleTree tree = new ModuleTree();

  @AfterEach
  void close() throws IOException {
    tree.close();
  }

  @Test
  void writesAnIndexOfBuiltinModules() {
    tree.file("modules.builtin", lines("kernel/bi_one.ko", "kernel/bi-two.ko"));

    tree.depmod();

    assertThat(tree.hex("modules.builtin.bin"))
        .isEqualTo(
            "b007f457" // magic
                + "00020001" // version
                + "2000000c" // the root, with children
                + "6262" // b to b
                + "a0000012" // b: prefix, children
                + "695f00" // i_
                + "6f74" // o to t
                + "c000002f" // o: prefix, values
                + "00000000".repeat(4) // p to s
                + "c000003b" // t: prefix, values
                + "6e6500" // ne
                + "00000001" // one value
                + "00000000" // priority
                + "00"
                + "776f00" // wo
                + "00000001"
                + "00000000"
                + "00");
  }

  @Test
  void writesAnIndexOfTheAliasesOfBuiltinModules() {
    tree.file("modules.builtin.modinfo", "bi-one.license=GPL\0bi-one.alias=a-b\0bi_one.alias=b[\0");

    tree.depmod();

    assertThat(tree.hex("modules.builtin.alias.bin"))
        .isEqualTo(
            "b007f457" // magic
                + "00020001" // version
                + "2000000c" // the root, with children
                + "6161" // a to a
                + "c0000012" // a: prefix, values
                + "5f6200" // _b
                + "00000001" // one value
                + "00000000" // priority
                + "62695f6f6e6500"); // bi_one
    assertThat(tree.err()).isEqualTo("depmod: WARNING: Unmatched bracket in b[\n");
  }

  @Test
  void writesEmptyIndexesWhereThereIsNothingToSay() {
    tree.depmod();

    assertThat(tree.text("modules.dep")).isEmpty();
    assertThat(tree.hex("modules.dep.bin")).isEqualTo(EMPTY_INDEX);
    assertThat(tree.hex("modules.alias.bin")).isEqualTo(EMPTY_INDEX);
    assertThat(tree.hex("modules.symbols.bin")).isEqualTo(EMPTY_INDEX);
    assertThat(tree.hex("modules.builtin.bin")).isEqualTo(EMPTY_INDEX);
    assertThat(tree.hex("modules.builtin.alias.bin")).isEqualTo(EMPTY_INDEX);
    assertThat(tree.text("modules.devname")).isEmpty();
  }

  @Test
  void writesEmptyFilesWhereTheListsOfBuiltinModulesAreMissing() throws IOException {
    Files.delete(tree.inModules("modules.builtin"));
    Files.delete(tree.inModules("modules.builtin.modinfo"));

    int status = tree.depmod();

    assertThat(status).isZero();
    assertThat(tree.err())
        .isEqualTo(lines(
            "depmod: WARNING: could not open modules.builtin at /lib/modules/5.0:"
                + " No such file or directory",
            "depmod: WARNING: could not open modules.builtin.modinfo at /lib/modules/5.0:"
                + " No such file or directory"));
    assertThat(tree.text("modules.builtin.bin")).isEmpty();
    assertThat(tree.text("modules.builtin.alias.bin")).isEmpty();
  }

  @Test
  void namesLinesOfModulesBuiltinThatAreNoPaths() {
    tree.file("modules.builtin", lines("0bad.ko", "kernel/good.ko"));

    int status = tree.depmod();

    assertThat(status).isZero();
    assertThat(tree.err()).isEqualTo("depmod: ERROR: Invalid modules.builtin line: 0bad.ko\n\n");
    assertThat(tree.text("modules.builtin.bin")).contains("ood");
  }

  @Test
  void goesOnAfterAFileThatIsNoModule() {
    tree.module("a.ko", a -> a.needs("fb")).module("b.ko", b -> b.exports("fb"));
    tree.file("c.ko", "This is a text.");

    int status = tree.depmod();

    assertThat(status).isZero();
    assertThat(tree.err())
        .startsWith("depmod: ERROR: failed to load symbols from /lib/modules/5.0/c.ko:"
            + " Exec format error: ");
    assertThat(tree.text("modules.dep")).isEqualTo(lines("c.ko:", "b.ko:", "a.ko: b.ko"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "a.ko, ''",
    "a.ko, short",
    "a.ko.gz, '\u001f\u008bgarbage'",
    "a.ko.xz, '\u00fd7zXZ\0x'"
  })
  void namesABrokenFile(String name, String content) {
    tree.file(name, content);

    int status = tree.depmod();

    assertThat(status).isZero();
    assertThat(tree.err())
        .startsWith("depmod: ERROR: failed to load symbols from /lib/modules/5.0/" + name
            + ": Invalid argument: ");
    assertThat(tree.listed()).containsExactly(name);
  }

  @Test
  void leavesAnAliasThatCannotBeAPatternOutOfTheIndexOnly() {
    tree.module("a.ko", a -> a.modinfo("alias=x[", "alias=y"));

    int status = tree.depmod();

    assertThat(status).isZero();
    assertThat(tree.err()).isEqualTo("depmod: WARNING: Unmatched bracket in x[\n");
    assertThat(tree.text("modules.alias")).contains("alias x[ a\n");
    assertThat(tree.text("modules.alias.bin")).doesNotContain("[");
  }

  @Test
  void writesNothingIfAnIndexCannotHoldAName() {
    tree.module("a.ko", a -> a.modinfo("alias=x\u00e9"));

    int status = tree.depmod();

    assertThat(status).isEqualTo(1);
    assertThat(tree.err())
        .isEqualTo("depmod: FATAL: Module index: bad character '\u00e9'=0xe9 - only 7-bit ASCII"
            + " is supported:\nx\u00e9\n");
    assertThat(tree.entries("", "modules.dep")).isEmpty();
  }

  @Test
  void warnsOfDuplicatesIfAsked() {
    tree.module("a.ko", a -> a.modinfo("alias=x-y", "alias=x_y", "alias=z"));
    tree.module("b.ko", b -> b.modinfo("alias=z"));

    tree.depmod("-w");

    assertThat(tree.err()).isEqualTo("depmod: WARNING: duplicate module alias:\nx_y a\n");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "char-major-10-229, a node c10:229",
    "block-major-007-08x, a node b7:8",
  })
  void writesDeviceNodes(String alias, String line) {
    tree.module("a.ko", a -> a.modinfo("alias=devname:node", "alias=" + alias));

    tree.depmod();

    assertThat(tree.text("modules.devname"))
        .isEqualTo(lines("# Device nodes to trigger on-demand module loading.", line));
  }

  @Test
  void takesTheFirstMomentAtWhichADeviceNodeIsComplete() {
    tree.module(
        "a.ko",
        a -> a.modinfo(
            "alias=char-major-1-1",
            "alias=char-major-2-2",
            "alias=devname:one",
            "alias=devname:two",
            "alias=char-major-3-3"));

    tree.depmod();

    assertThat(tree.text("modules.devname")).endsWith("\na one c2:2\n");
  }

  @Test
  void namesADeviceNodeWithoutNumbers() {
    tree.module("a.ko", a -> a.modinfo("alias=devname:node", "alias=char-major-10-*"));

    int status = tree.depmod();

    assertThat(status).isZero();
    assertThat(tree.err())
        .isEqualTo("depmod: ERROR: Module 'a' has devname (node) but lacks major and minor"
            + " information. Ignoring.\n");
    assertThat(tree.text("modules.devname")).isEmpty();
  }

  @Test
  void namesADeviceNodeWithoutNameAndNumbers() {
    tree.module("a.ko", a -> a.modinfo("alias=devname:"));

    assertThat(tree.depmod()).isZero();
    assertThat(tree.err())
        .isEqualTo("depmod: ERROR: Module 'a' has devname () but lacks major and minor"
            + " information. Ignoring.\n");
  }

  @Test
  void letsNoModuleBeginALineOfItsOwn() {
    tree.module(
        "kernel/a.ko",
        module -> module.modinfo(
            "softdep=pre: b\ninstall c evil",
            "weakdep=b\ninclude /evil",
            "alias=x\nalias pci:* a",
            "alias=fs-a"));
    tree.modules("kernel/b\ninstall c evil#.ko", "kernel/d\n/e.ko");

    int status = tree.depmod();

    assertThat(status).isZero();
    assertThat(tree.text("modules.softdep"))
        .isEqualTo("# Soft dependencies extracted from modules themselves.\n");
    assertThat(tree.text("modules.weakdep"))
        .isEqualTo("# Weak dependencies extracted from modules themselves.\n");
    assertThat(tree.text("modules.alias"))
        .isEqualTo("# Aliases extracted from modules themselves.\nalias fs-a a\n");
    assertThat(tree.listed()).containsExactly("kernel/a.ko");
    assertThat(tree.err()).isEqualTo("""
        depmod: ERROR: unsupported file name /lib/modules/5.0/kernel/b
        install c evil#.ko
        depmod: ERROR: unsupported file name /lib/modules/5.0/kernel/d
        /e.ko
        depmod: ERROR: Module 'a' has a line end in its softdep. Ignoring.
        depmod: ERROR: Module 'a' has a line end in its weakdep. Ignoring.
        depmod: ERROR: Module 'a' has a line end in its alias. Ignoring.
        """);
  }
}
