package org.moduletools.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

  private static final byte[] CONTENT = {1, 2, 3};

  @TempDir
  private Path folder;

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).toList();
    }
  }

  @Test
  void replacesAFileAndLeavesNothingElse() throws IOException {
    Path file = Files.write(folder.resolve("file"), new byte[] {9});
    Path former = Files.createLink(folder.resolve("former"), file);

    AtomicFile.replace(file, CONTENT, "rw-r--r--", ".tmp");

    assertThat(file).hasBinaryContent(CONTENT);
    assertThat(former).hasBinaryContent(new byte[] {9});
    assertThat(names()).containsExactlyInAnyOrder("file", "former");
  }

  @Test
  void givesNoMorePermissionsThanItIsTold() throws IOException {
    Path file = folder.resolve("file");

    AtomicFile.replace(file, CONTENT, "rw-------", ".tmp");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void takesTheNameOfALinkAndNotWhatItLeadsTo() throws IOException {
    Path other = Files.write(folder.resolve("other"), new byte[] {9});
    Path link = Files.createSymbolicLink(folder.resolve("link"), other);

    AtomicFile.replace(link, CONTENT, "rw-r--r--", ".tmp");

    assertThat(link).isRegularFile().hasBinaryContent(CONTENT);
    assertThat(other).hasBinaryContent(new byte[] {9});
  }

  @Test
  void writesOnlyToAFileThatIsNew() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("other"));

    assertThatThrownBy(() -> AtomicFile.create(link, "rw-r--r--"))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(folder.resolve("other")).doesNotExist();
  }

  @Test
  void leavesNothingWhereItFails() throws IOException {
    Path directory = Files.createDirectory(folder.resolve("directory"));
    Files.createFile(directory.resolve("file"));

    assertThatThrownBy(() -> AtomicFile.replace(directory, CONTENT, "rw-r--r--", ".tmp"))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(
            () -> AtomicFile.replace(folder.resolve("no/file"), CONTENT, "rw-r--r--", ".tmp"))
        .isInstanceOf(NoSuchFileException.class);
    assertThat(names()).containsExactly("directory");
  }

  @Test
  void writesWhereAFileSystemKnowsNoPermissions() throws IOException {
    Path file = Jimfs.newFileSystem(Configuration.unix()).getPath("/file");

    AtomicFile.replace(file, CONTENT, "rw-r--r--", ".tmp");

    assertThat(file).hasBinaryContent(CONTENT);
  }
}
