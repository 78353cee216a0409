package org.moduletools.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moduletools.files.FileStatus;
import org.moduletools.files.RealFiles;
import org.moduletools.index.IndexBuilder;

/** The two times of a file that count: that of its content, and that of its place. */
class FreshnessTest {

  /** S_IFREG, in stat(2). */
  private static final int REGULAR = 0100000;

  @TempDir
  private Path directory;

  private FileStatus modulesDep = status(20, 20);

  @BeforeEach
  void makeOutput() throws IOException {
    for (DepFile file : DepFile.ALL) {
      Path path = directory.resolve(file.name());
      if (file.isText()) {
        Files.writeString(path, "# text\n");
      } else {
        Files.write(path, new IndexBuilder().toBytes());
      }
    }
    Files.writeString(directory.resolve("modules.dep"), "a.ko:\n");
  }

  private static FileStatus status(long written, long changed) {
    return new FileStatus(REGULAR, 1, 1, 1, written, changed);
  }

  private boolean isUpToDate(FileStatus module) {
    FoundModule a = new FoundModule(directory, "a.ko", module);
    return new Freshness(new Dated(), directory, directory, false).isUpToDate(List.of(a));
  }

  /** Tells of modules.dep what the test says; there is nothing else. */
  private final class Dated extends RealFiles {

    @Override
    public FileStatus status(Path file) {
      return modulesDep;
    }
  }

  @Test
  void isThereIfTheModuleWasThereBefore() {
    assertThat(isUpToDate(status(10, 10))).isTrue();
  }

  @Test
  void isNotThereIfTheModuleWasWrittenLater() {
    assertThat(isUpToDate(status(30, 10))).isFalse();
  }

  @Test
  void isNotThereIfAnOldModuleCameLater() {
    assertThat(isUpToDate(status(10, 30))).isFalse();
  }

  @Test
  void isNotThereIfModulesDepItselfWasOnlyMovedLater() {
    modulesDep = status(20, 40);

    assertThat(isUpToDate(status(10, 30))).isFalse();
  }

  @Test
  void isNotThereIfAKilledRunHasLeftSomething() throws IOException {
    Files.createDirectory(directory.resolve(".depmod-new"));

    assertThat(isUpToDate(status(10, 10))).isFalse();
  }

  @Test
  void isNotThereIfAKilledRunHasLeftItsLock() throws IOException {
    Files.createFile(directory.resolve(".depmod.lock"));

    assertThat(isUpToDate(status(10, 10))).isFalse();
  }

  /** To open it, or to read, may wait for ever. */
  @ParameterizedTest
  @ValueSource(strings = {"modules.dep", "modules.alias", "modules.alias.bin"})
  @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
  void isNotThereIfAFileIsAPipe(String name) throws IOException, InterruptedException {
    Path file = directory.resolve(name);
    Files.delete(file);
    assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor()).isZero();

    assertThat(isUpToDate(status(10, 10))).isFalse();
  }
}
