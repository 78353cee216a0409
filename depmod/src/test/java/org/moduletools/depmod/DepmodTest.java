package org.moduletools.depmod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moduletools.depmod.ModuleTree.lines;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DepmodTest {

  private final ModuleTree tree = new ModuleTree();

  @AfterEach
  void close() throws IOException {
    tree.close();
  }

  /**
   * Makes this tree; an arrow stands for needs.
   *
   * <pre>
   * kernel/a.ko       -&gt; b
   * kernel/b.ko       -&gt; c
   * kernel/sub/c.ko
   * </pre>
   */
  private void chain() {
    tree.module("kernel/a.ko", a -> a.modinfo("alias=foo-a:*").needs("fb"));
    tree.module("kernel/b.ko", b -> b.exports("fb", 0xb).needs("fc"));
    tree.module("kernel/sub/c.ko", c -> c.exports("fc", 0xc).modinfo("softdep=pre: a"));
  }

  @Test
  void writesWhatModulesNeedInTheOrderOfModulesOrder() {
    chain();
    tree.file("modules.order", lines("kernel/sub/c.ko", "kernel/a.ko", "kernel/b.ko"));

    int status = tree.depmod();

    assertThat(status).isZero();
    assertThat(tree.err()).isEmpty();
    assertThat(tree.out()).isEmpty();
    assertThat(tree.text("modules.dep"))
        .isEqualTo(lines(
            "kernel/sub/c.ko:",
            "kernel/a.ko: kernel/b.ko kernel/sub/c.ko",
            "kernel/b.ko: kernel/sub/c.ko"));
  }

  @Test
  void writesModulesThatAreNotListedInHashOrder() {
    tree.modules("kernel/a.ko", "kernel/b.ko", "kernel/c.ko", "kernel/d.ko", "kernel/e.ko");
    tree.file("modules.order", lines("kernel/e.ko"));

    tree.depmod();

    assertThat(tree.listed())
        .containsExactly("kernel/e.ko", "kernel/c.ko", "kernel/b.ko", "kernel/d.ko", "kernel/a.ko");
  }

  @Test
  void findsCompressedModulesInModulesOrderAndReadsThem() {
    tree.module("kernel/a.ko.xz", a -> a.needs("fb"));
    tree.module("kernel/b.ko.gz", b -> b.exports("fb"));
    tree.file("modules.order", lines("kernel/a.ko", "kernel/b.ko"));

    tree.depmod();

    assertThat(tree.text("modules.dep"))
        .isEqualTo(lines("kernel/a.ko.xz: kernel/b.ko.gz", "kernel/b.ko.gz:"));
  }

  @Test
  void writesAliasesAsTheModulesSpellThem() {
    chain();

    tree.depmod();

    assertThat(tree.text("modules.alias"))
        .isEqualTo(lines("# Aliases extracted from modules themselves.", "alias foo-a:* a"));
  }

  @Test
  void writesSoftAndWeakDependencies() {
    tree.module("a-b.ko", a -> a.modinfo("softdep=pre: x", "weakdep=y z"));

    tree.depmod();

    assertThat(tree.text("modules.softdep"))
        .isEqualTo(
            lines("# Soft dependencies extracted from modules themselves.", "softdep a_b pre: x"));
    assertThat(tree.text("modules.weakdep"))
        .isEqualTo(
            lines("# Weak dependencies extracted from modules themselves.", "weakdep a_b y z"));
  }

  @Test
  void writesWhoExportsWhat() {
    chain();

    tree.depmod();

    assertThat(tree.text("modules.symbols"))
        .isEqualTo(lines(
            "# Aliases for symbols, used by symbol_request().",
            "alias symbol:fb b",
            "alias symbol:fc c"));
  }

  @Test
  void printsTheTextFilesInsteadOfWritingAny() {
    tree.module(
        "a.ko",
        a -> a.exports("fa")
            .modinfo(
                "alias=x[y]", "softdep=pre: b", "alias=char-major-10-229", "alias=devname:fuse"));

    int status = tree.depmod("-n");

    assertThat(status).isZero();
    assertThat(tree.out())
        .isEqualTo(lines(
            "a.ko:",
            "# Aliases extracted from modules themselves.",
            "alias x[y] a",
            "alias char-major-10-229 a",
            "alias devname:fuse a",
            "# Soft dependencies extracted from modules themselves.",
            "softdep a pre: b",
            "# Weak dependencies extracted from modules themselves.",
            "# Aliases for symbols, used by symbol_request().",
            "alias symbol:fa a",
            "# Device nodes to trigger on-demand module loading.",
            "a fuse c10:229"));
    assertThat(tree.entries("", "modules."))
        .containsExactly("modules.builtin", "modules.builtin.modinfo", "modules.order");
  }

  @Test
  void writesEveryFile() {
    chain();

    tree.depmod();

    assertThat(tree.entries("", ""))
        .containsExactly(
            "kernel",
            "modules.alias",
            "modules.alias.bin",
            "modules.builtin",
            "modules.builtin.alias.bin",
            "modules.builtin.bin",
            "modules.builtin.modinfo",
            "modules.dep",
            "modules.dep.bin",
            "modules.devname",
            "modules.order",
            "modules.softdep",
            "modules.symbols",
            "modules.symbols.bin",
            "modules.weakdep");
  }

  @Test
  void saysWhichModuleNeedsWhich() {
    chain();

    tree.depmod("-v");

    assertThat(tree.out())
        .isEqualTo(lines(
            "/lib/modules/5.0/kernel/b.ko needs \"fc\": /lib/modules/5.0/kernel/sub/c.ko",
            "/lib/modules/5.0/kernel/a.ko needs \"fb\": /lib/modules/5.0/kernel/b.ko"));
  }

  @Test
  void worksOnAnotherTreeAndRelease() {
    tree.modules("/base/usr/lib/modules/6.9-x/a.ko");

    int status = tree.depmod("-b", "base", "-m", "//usr/lib/modules", "6.9-x");

    assertThat(status).isZero();
    assertThat(tree.text("/base/usr/lib/modules/6.9-x/modules.dep")).isEqualTo("a.ko:\n");
  }

  @Test
  void writesToAnotherTree() {
    chain();

    int status = tree.depmod("-o", "/out");

    assertThat(status).isZero();
    assertThat(tree.entries("", "modules.dep")).isEmpty();
    assertThat(tree.entries("/out/lib/modules/5.0", "modules.dep"))
        .containsExactly("modules.dep", "modules.dep.bin");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"-u", "-q", "-r", "--unresolved-error", "--quiet"})
  void ignoresWhatModuleInitToolsHad(String option) {
    assertThat(tree.depmod(option)).isZero();
    assertThat(tree.err()).isEmpty();
  }

  @Test
  void worksOnTheSystemBelowAFolder() {
    tree.config("search updates built-in\n");
    tree.file("/img/etc/depmod.d/a.conf", "search built-in updates\nexternal 6.0 /ext\n");
    tree.modules("/img/lib/modules/6.0/kernel/a.ko", "/img/lib/modules/6.0/updates/a.ko");
    tree.modules("/img/ext/b.ko", "/ext/c.ko");
    tree.file("/img/lib/modules/6.0/modules.order", "");
    tree.file("/img/lib/modules/6.0/modules.builtin", "");
    tree.file("/img/lib/modules/6.0/modules.builtin.modinfo", "");

    int status = tree.depmod("--root", "img");

    assertThat(tree.err()).isEmpty();
    assertThat(status).isZero();
    assertThat(tree.text("/img/lib/modules/6.0/modules.dep"))
        .isEqualTo("/ext/b.ko:\nkernel/a.ko:\n");
    assertThat(tree.entries("", "modules.dep")).isEmpty();
    assertThat(tree.entries("/img", "var")).isEmpty();
  }

  @Test
  void asksForTheReleaseIfTheSystemHasSeveral() {
    tree.modules("/img/lib/modules/6.0/a.ko", "/img/lib/modules/6.1/a.ko");

    assertThat(tree.depmod("--root", "img")).isEqualTo(1);
    assertThat(tree.err())
        .isEqualTo("depmod: FATAL: /img/lib/modules has several kernel releases;"
            + " name the one that is meant (modprobe -S, modinfo -k, depmod VERSION): 6.0, 6.1\n");
    assertThat(tree.depmod("--root", "img", "6.1")).isZero();
    assertThat(tree.text("/img/lib/modules/6.1/modules.dep")).isEqualTo("a.ko:\n");
    assertThat(tree.entries("/img/lib/modules/6.0", "modules.dep")).isEmpty();
  }

  @Test
  void failsWithoutModuleDirectory() {
    int status = tree.depmod("-o", "/out", "6.0");

    assertThat(status).isEqualTo(1);
    assertThat(tree.err())
        .isEqualTo(lines(
            "depmod: ERROR: could not open directory /lib/modules/6.0: No such file or directory",
            "depmod: FATAL: could not search modules: No such file or directory",
            "depmod: NOTE: /lib/modules/6.0 is missing; there is 5.0; name one that is there"));
    assertThat(Files.exists(tree.path("/out"))).isFalse();
  }

  @Test
  void writesNothingWhereModulesNeedEachOther() {
    tree.module("a.ko", a -> a.exports("fa").needs("fb"));
    tree.module("b.ko", b -> b.exports("fb").needs("fa"));

    int status = tree.depmod();

    assertThat(status).isEqualTo(1);
    assertThat(tree.err())
        .isEqualTo(lines(
            "depmod: ERROR: Cycle detected: b -> a -> b",
            "depmod: ERROR: Found 2 modules in dependency cycles!"));
    assertThat(tree.entries("", "modules.dep")).isEmpty();
  }

  /**
   * Makes this tree; an arrow stands for needs.
   *
   * <pre>
   * user.ko -&gt; a.ko -&gt; b.ko -&gt; a.ko      b.ko -&gt; base.ko &lt;- other.ko
   * </pre>
   */
  @Test
  void leavesOutLoopsAndWhatNeedsThemIfAsked() {
    tree.module("user.ko", user -> user.exports("fuser").needs("fa"));
    tree.module("k/a.ko", a -> a.exports("fa").needs("fb").modinfo("alias=x"));
    tree.module("b.ko", b -> b.exports("fb").needs("fa", "fbase"));
    tree.module("base.ko", base -> base.exports("fbase"));
    tree.module("other.ko", other -> other.needs("fbase").modinfo("alias=y"));
    tree.file("modules.order", lines("user.ko", "k/a.ko", "b.ko", "base.ko", "other.ko"));

    int status = tree.depmod("--ignore-loops");

    assertThat(status).isZero();
    assertThat(tree.err())
        .isEqualTo(lines(
            "depmod: WARNING: Loop detected: /lib/modules/5.0/k/a.ko needs b.ko which needs a.ko"
                + " again!",
            "depmod: WARNING: Module /lib/modules/5.0/user.ko ignored, due to loop",
            "depmod: WARNING: Module /lib/modules/5.0/k/a.ko ignored, due to loop",
            "depmod: WARNING: Module /lib/modules/5.0/b.ko ignored, due to loop"));
    assertThat(tree.text("modules.dep")).isEqualTo(lines("base.ko:", "other.ko: base.ko"));
    assertThat(tree.text("modules.symbols")).endsWith("().\nalias symbol:fbase base\n");
    assertThat(tree.text("modules.alias")).endsWith("themselves.\nalias y other\n");
  }

  @Test
  void tellsALongerLoopFromItsFirstModule() {
    tree.file("modules.order", lines("a.ko", "c.ko"));
    tree.module("a.ko", a -> a.exports("fa").needs("fb"));
    tree.module("b.ko", b -> b.exports("fb").needs("fc"));
    tree.module("c.ko", c -> c.exports("fc").needs("fa"));

    int status = tree.depmod("--ignore-loops");

    assertThat(status).isZero();
    assertThat(tree.err())
        .startsWith("depmod: WARNING: Loop detected: /lib/modules/5.0/a.ko needs b.ko needs c.ko"
            + " which needs a.ko again!\n");
    assertThat(tree.text("modules.dep")).isEmpty();
  }
}
