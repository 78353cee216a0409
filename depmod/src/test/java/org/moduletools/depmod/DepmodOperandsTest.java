package org.moduletools.depmod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moduletools.depmod.ModuleTree.lines;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may stand behind the options: a release, files, both, or neither. */
class DepmodOperandsTest {

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
    tree.module("kernel/a.ko", a -> a.needs("fb"));
    tree.module("kernel/b.ko", b -> b.exports("fb").needs("fc"));
    tree.module("kernel/sub/c.ko", c -> c.exports("fc"));
  }

  @Test
  void looksAtNamedFilesOnly() {
    chain();

    int status = tree.depmod(
        "-n", "5.0", "/lib/modules/5.0/kernel/b.ko", "/lib/modules/5.0/kernel/sub/c.ko");

    assertThat(status).isZero();
    assertThat(tree.out())
        .startsWith(lines(
            "kernel/sub/c.ko:",
            "kernel/b.ko: kernel/sub/c.ko",
            "# Aliases" + " extracted from modules themselves."));
  }

  @Test
  void looksAtAllModulesWithAWhateverFilesAreNamed() {
    chain();

    int status = tree.depmod("-n", "-a", "5.0", "relative.ko");

    assertThat(status).isZero();
    assertThat(tree.out()).contains("kernel/a.ko:");
  }

  /** Though an option of ours begins alike. */
  @ParameterizedTest
  @ValueSource(strings = {"--qui", "--c=/none", "--m=lib/modules"})
  void takesAShortenedOptionOfKmods(String shortened) {
    chain();

    assertThat(tree.depmod("-n", shortened, "5.0")).isZero();
    assertThat(tree.err()).isEmpty();
  }

  @Test
  void refusesARelativeFile() {
    assertThat(tree.depmod("5.0", "a.ko")).isEqualTo(1);
    assertThat(tree.err()).isEqualTo("depmod: FATAL: a.ko: not absolute path.\n");
  }

  @Test
  void refusesAFileThatIsMissing() {
    assertThat(tree.depmod("5.0", "/a.ko")).isEqualTo(1);
    assertThat(tree.err())
        .isEqualTo("depmod: FATAL: could not create module /a.ko: No such file or directory\n");
  }

  @Test
  void refusesTwoFilesOfOneName() {
    tree.modules("a.ko", "sub/a.ko");

    int status = tree.depmod("5.0", "/lib/modules/5.0/a.ko", "/lib/modules/5.0/sub/a.ko");

    assertThat(status).isEqualTo(1);
    assertThat(tree.err())
        .isEqualTo("depmod: FATAL: could not add module /lib/modules/5.0/sub/a.ko: File exists\n");
  }

  @Test
  void refusesAVersionThatIsNone() {
    assertThat(tree.depmod("x.ko")).isEqualTo(1);
    assertThat(tree.err())
        .isEqualTo("depmod: ERROR: Bad version passed x.ko: neither a kernel release nor an"
            + " absolute path\n");
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "-a, /lib/modules/5.0, 'a kernel release is expected, such as 5.0'",
    "-a, /usr/lib/modules/6.1.0-x/, 'a kernel release is expected, such as 6.1.0-x'",
    "-A, /lib/modules/5.0/kernel/a.ko, a kernel release is expected",
    "--all, /, a kernel release is expected",
  })
  void refusesAPathWhereAllModulesAreAskedFor(String option, String path, String expectation) {
    chain();

    int status = tree.depmod(option, path);

    assertThat(status).isEqualTo(1);
    assertThat(tree.err())
        .isEqualTo(
            "depmod: ERROR: Bad version passed " + path + ": with -a or -A " + expectation + "\n");
    assertThat(tree.entries("", "modules.dep")).isEmpty();
  }

  @Test
  void refusesTheFolderOfAReleaseAsAFile() {
    chain();

    int status = tree.depmod("/lib/modules/5.0");

    assertThat(status).isEqualTo(1);
    assertThat(tree.err())
        .isEqualTo("depmod: FATAL: could not create module /lib/modules/5.0: Is a directory;"
            + " a kernel release is expected, such as 5.0, or a module's file\n");
    assertThat(tree.entries("", "modules.dep")).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"modules.dep.bin", "modules.dep", "neither"})
  void refusesToForgetTheModulesThatAreNotNamed(String missing) throws IOException {
    chain();
    tree.depmod();
    Files.deleteIfExists(tree.inModules(missing));
    tree.file("modules.symbols", "of the former set");

    int status = tree.depmod("5.0", "/lib/modules/5.0/kernel/a.ko", "/lib/modules/5.0/kernel/b.ko");

    assertThat(status).isEqualTo(1);
    assertThat(tree.err())
        .isEqualTo("depmod: FATAL: an index of the named files alone would replace that of 3"
            + " modules in /lib/modules/5.0; -n shows what it would be, -a instead of the files"
            + " indexes all modules\n");
    assertThat(tree.text("modules.symbols")).isEqualTo("of the former set");
  }

  @Test
  void showsWithNWhatTheNamedFilesWouldGive() {
    chain();
    tree.depmod();

    int status = tree.depmod("-n", "5.0", "/lib/modules/5.0/kernel/sub/c.ko");

    assertThat(status).isZero();
    assertThat(tree.out()).startsWith("kernel/sub/c.ko:\n#");
  }

  @Test
  void replacesAnIndexOfTheSameModules() {
    tree.modules("kernel/a.ko", "kernel/b.ko");
    tree.depmod();
    tree.modules("other/a.ko");

    int status = tree.depmod("5.0", "/lib/modules/5.0/other/a.ko", "/lib/modules/5.0/kernel/b.ko");

    assertThat(status).isZero();
    assertThat(tree.listed()).containsExactlyInAnyOrder("other/a.ko", "kernel/b.ko");
  }

  @Test
  void looksAtTheIndexThatItWouldReplace() {
    chain();
    tree.depmod();

    int status = tree.depmod("-o", "/out", "5.0", "/lib/modules/5.0/kernel/sub/c.ko");

    assertThat(status).isZero();
    assertThat(tree.text("/out/lib/modules/5.0/modules.dep")).isEqualTo("kernel/sub/c.ko:\n");
  }

  @Test
  void makesNoModuleDirectoryForNamedFiles() {
    tree.modules("/home/x.ko");

    int status = tree.depmod("6.0", "/home/x.ko");

    assertThat(status).isEqualTo(1);
    assertThat(tree.err())
        .startsWith("depmod: FATAL: could not open directory /lib/modules/6.0: No such file or"
            + " directory; it is not made for named files\n");
    assertThat(Files.exists(tree.path("lib/modules/6.0"))).isFalse();
  }

  @Test
  void takesFilesWithoutAVersionAsThoseOfTheKernelThatRuns() {
    chain();

    int status = tree.depmod("/lib/modules/5.0/kernel/a.ko");

    assertThat(status).isZero();
    assertThat(tree.text("modules.dep")).isEqualTo("kernel/a.ko:\n");
  }

  @Test
  void refusesARelativePathAmongFiles() {
    chain();

    int status = tree.depmod("/lib/modules/5.0/kernel/a.ko", "b.ko");

    assertThat(status).isEqualTo(1);
    assertThat(tree.err()).isEqualTo("depmod: FATAL: b.ko: not absolute path.\n");
  }
}
