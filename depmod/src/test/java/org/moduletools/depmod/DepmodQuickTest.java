package org.moduletools.depmod;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When {@code depmod -A} has work to do. Whether it worked shows in modules.symbols. */
class DepmodQuickTest {

  private static final FileTime PAST = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
  private static final FileTime LAST_RUN = FileTime.from(Instant.parse("2020-01-02T00:00:00Z"));
  private static final FileTime SINCE = FileTime.from(Instant.parse("2020-01-03T00:00:00Z"));
  private static final String MARK = "not written again";

  private final ModuleTree tree = new ModuleTree();

  @BeforeEach
  void runOnce() throws IOException {
    tree.modules("kernel/a.ko", "updates/b.ko", "kernel/b.ko");
    age("modules.order", PAST);
    age("modules.builtin", PAST);
    age("modules.builtin.modinfo", PAST);
    age("kernel/a.ko", PAST);
    age("kernel/b.ko", PAST);
    age("updates/b.ko", PAST);
    tree.depmod();
    age("modules.dep", LAST_RUN);
    tree.file("modules.symbols", MARK);
  }

  @AfterEach
  void close() throws IOException {
    tree.close();
  }

  private void age(String file, FileTime time) throws IOException {
    Files.setLastModifiedTime(tree.inModules(file), time);
  }

  private boolean worked() {
    return !tree.text("modules.symbols").equals(MARK);
  }

  @Test
  void doesNothingIfNothingHasChanged() {
    int status = tree.depmod("-A");

    assertThat(status).isZero();
    assertThat(worked()).isFalse();
  }

  @Test
  void printsNothingWithN() throws IOException {
    age("kernel/a.ko", SINCE);

    int status = tree.depmod("-A", "-n");

    assertThat(status).isZero();
    assertThat(tree.out()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {"kernel/a.ko", "modules.order", "modules.builtin", "modules.builtin.modinfo"})
  void noticesAYoungerFile(String file) throws IOException {
    age(file, SINCE);

    tree.depmod("-A");

    assertThat(worked()).isTrue();
  }

  @Test
  void doesNotMindAYoungerFileThatIsNotTaken() throws IOException {
    age("kernel/b.ko", SINCE);

    tree.depmod("-A");

    assertThat(worked()).isFalse();
  }

  @Test
  void noticesAnAddedFileThatIsOld() throws IOException {
    tree.modules("kernel/c.ko");
    age("kernel/c.ko", PAST);

    tree.depmod("-A");

    assertThat(worked()).isTrue();
  }

  @Test
  void noticesARemovedFile() throws IOException {
    Files.delete(tree.inModules("kernel/a.ko"));

    tree.depmod("-A");

    assertThat(worked()).isTrue();
  }

  @Test
  void noticesAConfigurationThatChoosesOtherFiles() {
    tree.config("search kernel");

    tree.depmod("-A");

    assertThat(worked()).isTrue();
    assertThat(tree.listed()).contains("kernel/b.ko");
  }

  @Test
  void doesNotMindAConfigurationThatChoosesTheSameFiles() {
    tree.config("search updates built-in");

    tree.depmod("-A");

    assertThat(worked()).isFalse();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"modules.dep", "modules.alias.bin", "modules.devname"})
  void noticesAMissingOutputFile(String file) throws IOException {
    Files.delete(tree.inModules(file));

    tree.depmod("-A");

    assertThat(worked()).isTrue();
    assertThat(Files.exists(tree.inModules(file))).isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "modules.dep",
        "modules.dep.bin",
        "modules.alias",
        "modules.alias.bin",
        "modules.softdep",
        "modules.weakdep",
        "modules.symbols",
        "modules.symbols.bin",
        "modules.builtin.bin",
        "modules.builtin.alias.bin"
      })
  void noticesAFileThatAPowerCutLeft(String file) throws IOException {
    tree.file(file, "");
    age("modules.dep", LAST_RUN);

    tree.depmod("-A");

    assertThat(worked()).isTrue();
    assertThat(Files.size(tree.inModules(file))).isNotZero();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"modules.dep.bin", "modules.builtin.bin"})
  void noticesAnIndexOfTwoBytes(String file) {
    tree.file(file, "xy");

    tree.depmod("-A");

    assertThat(worked()).isTrue();
  }

  @Test
  void doesNotMindTheEmptyIndexOfAKernelWithoutParts() throws IOException {
    Files.delete(tree.inModules("modules.builtin"));
    tree.file("modules.builtin.bin", "");

    tree.depmod("-A");

    assertThat(worked()).isFalse();
  }

  @Test
  void looksAtTheTreeThatItWritesTo() {
    int status = tree.depmod("-A", "-o", "/out");

    assertThat(status).isZero();
    assertThat(tree.entries("/out/lib/modules/5.0", "modules.dep")).isNotEmpty();
    assertThat(worked()).isFalse();
  }
}
