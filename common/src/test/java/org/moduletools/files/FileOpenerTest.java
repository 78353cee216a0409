package org.moduletools.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileOpenerTest {

  @TempDir
  private Path folder;

  @Test
  void opensAFileAndWhatLeadsToOne() throws IOException {
    Path file = Files.write(folder.resolve("file"), new byte[5]);
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);

    try (OpenFile opened = FileOpener.BY_JAVA.open(link)) {
      assertThat(opened.sizeBytes()).isEqualTo(5);
    }
  }

  /** A pipe that nobody writes to would make us wait for ever. */
  @Test
  void opensNoDevice() {
    assertThatThrownBy(() -> FileOpener.BY_JAVA.open(Path.of("/dev/null")))
        .isInstanceOf(FileSystemException.class)
        .hasMessage("/dev/null: not a regular file");
  }

  @Test
  void saysThatThereIsNoFile() {
    assertThatThrownBy(() -> FileOpener.BY_JAVA.open(folder.resolve("none")))
        .isInstanceOf(NoSuchFileException.class);
  }
}
