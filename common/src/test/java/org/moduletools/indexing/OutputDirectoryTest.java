package org.moduletools.indexing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.moduletools.kernel.BoundedWait;
import org.moduletools.kernel.FakeTime;

class OutputDirectoryTest {

  private final FileSystem fileSystem = Jimfs.newFileSystem(
      Configuration.unix().toBuilder().setAttributeViews("basic", "posix").build());
  private final Path directory = fileSystem.getPath("/out/lib/modules/5.0");
  private final OutputDirectory output = new OutputDirectory(directory);

  @AfterEach
  void close() throws IOException {
    fileSystem.close();
  }

  @Test
  void writesAllFilesAndNothingElse() throws IOException {
    publish(output, List.of(file("modules.dep", "text"), file("modules.dep.bin", "trie")));

    assertThat(entries()).containsExactly("modules.dep", "modules.dep.bin");
    assertThat(directory.resolve("modules.dep")).hasContent("text");
    assertThat(directory.resolve("modules.dep.bin")).hasContent("trie");
  }

  @Test
  void letsEverybodyReadTheFiles() throws IOException {
    publish(output, List.of(file("modules.dep", "text")));

    assertThat(permissions(directory.resolve("modules.dep"))).isEqualTo("rw-r--r--");
  }

  @Test
  void makesTheDirectoryAndThoseAboveIt() throws IOException {
    publish(output, List.of(file("modules.dep", "text")));

    assertThat(permissions(directory)).isEqualTo("rwxr-xr-x");
    assertThat(permissions(fileSystem.getPath("/out"))).isEqualTo("rwxr-xr-x");
  }

  @Test
  void replacesTheFormerSet() throws IOException {
    publish(output, List.of(file("modules.dep", "former"), file("modules.dep.bin", "former")));

    publish(output, List.of(file("modules.dep", "new"), file("modules.dep.bin", "new")));

    assertThat(entries()).containsExactly("modules.dep", "modules.dep.bin");
    assertThat(directory.resolve("modules.dep")).hasContent("new");
    assertThat(directory.resolve("modules.dep.bin")).hasContent("new");
  }

  @Test
  void replacesASymbolicLinkAndNotWhatItLeadsTo() throws IOException {
    Files.createDirectories(directory);
    Path precious = Files.writeString(fileSystem.getPath("/precious"), "kept");
    Files.createSymbolicLink(directory.resolve("modules.dep"), precious);
    Files.createSymbolicLink(directory.resolve(".depmod-modules.dep"), precious);

    publish(output, List.of(file("modules.dep", "new")));

    assertThat(precious).hasContent("kept");
    assertThat(Files.isSymbolicLink(directory.resolve("modules.dep"))).isFalse();
  }

  @Test
  void deletesWhatAKilledRunHasLeft() throws IOException {
    Files.createDirectories(directory);
    Files.writeString(directory.resolve(".depmod-modules.alias"), "half");
    Files.writeString(directory.resolve(".depmod-modules.dep"), "half");
    Files.writeString(directory.resolve(".depmod.lock"), "\0\0\n");

    publish(output, List.of(file("modules.dep", "new")));

    assertThat(entries()).containsExactly("modules.dep");
  }

  @Test
  void keepsTheFormerSetIfAFileCannotBeWritten() throws IOException {
    publish(output, List.of(file("modules.dep", "former"), file("modules.dep.bin", "former")));
    OutputFile impossible = file("no/such/directory", "new");

    assertThatThrownBy(() -> publish(
            output,
            List.of(file("modules.dep", "new"), file("modules.dep.bin", "new"), impossible)))
        .isInstanceOf(FileSystemException.class)
        .hasMessageContaining("/out/lib/modules/5.0/no/such/directory");

    assertThat(entries()).containsExactly("modules.dep", "modules.dep.bin");
    assertThat(directory.resolve("modules.dep")).hasContent("former");
    assertThat(directory.resolve("modules.dep.bin")).hasContent("former");
  }

  @Test
  void keepsTheFormerSetIfTheDiskIsFull() throws IOException {
    FileSystem small = Jimfs.newFileSystem(Configuration.unix().toBuilder()
        .setAttributeViews("basic", "posix")
        .setBlockSize(1024)
        .setMaxSize(128 * 1024) // the lock takes up to 64
        .build());
    Path full = small.getPath("/modules");
    OutputDirectory sameForSmall = new OutputDirectory(full);
    publish(sameForSmall, List.of(file("modules.dep", "former"), file("modules.alias", "former")));

    assertThatThrownBy(() -> publish(
            sameForSmall,
            List.of(file("modules.dep", "new"), file("modules.alias", "new".repeat(50_000)))))
        .isInstanceOf(FileSystemException.class)
        .hasMessageMatching( // two threads write, and either can meet the end of the disk first
            "/modules/modules\\.(alias|dep): out of disk space");

    try (Stream<Path> entries = Files.list(full)) {
      assertThat(entries.map(entry -> entry.getFileName().toString()))
          .containsExactlyInAnyOrder("modules.alias", "modules.dep");
    }
    assertThat(full.resolve("modules.dep")).hasContent("former");
    assertThat(full.resolve("modules.alias")).hasContent("former");
    small.close();
  }

  @Test
  void keepsTheFormerSetIfAFolderIsInTheWay() throws IOException {
    publish(output, List.of(file("modules.dep", "former"), file("modules.dep.bin", "former")));
    Files.createDirectories(directory.resolve("modules.alias/in-the-way"));

    assertThatThrownBy(() -> publish(
            output,
            List.of(
                file("modules.dep", "new"),
                file("modules.dep.bin", "new"),
                file("modules.alias", "new"))))
        .isInstanceOf(FileSystemException.class)
        .hasMessageContaining("/out/lib/modules/5.0/modules.alias");

    assertThat(entries()).containsExactly("modules.alias", "modules.dep", "modules.dep.bin");
    assertThat(directory.resolve("modules.dep")).hasContent("former");
    assertThat(directory.resolve("modules.dep.bin")).hasContent("former");
  }

  @Test
  void saysWhichDirectoryCannotBeMade() throws IOException {
    Files.writeString(fileSystem.getPath("/out"), "a file");

    assertThatThrownBy(() -> publish(output, List.of(file("modules.dep", "new"))))
        .isInstanceOf(FileSystemException.class)
        .hasMessageContaining("/out");
  }

  @Test
  void letsNobodyElseOpenTheLock() throws IOException {
    Files.createDirectories(directory);
    Path lock = directory.resolve("lock");
    List<String> seen = new ArrayList<>();

    OutputLock.whileHeld(lock, noWait(), () -> seen.add(permissions(lock)));

    assertThat(seen).containsExactly("rw-------");
    assertThat(lock).doesNotExist();
  }

  private static void publish(OutputDirectory directory, List<OutputFile> files)
      throws IOException {
    directory.publish(files.stream().map(OutputFile::name).toList(), noWait(), files::forEach);
  }

  /** For a directory to which nobody else writes. */
  static BoundedWait noWait() {
    return new BoundedWait(new FakeTime(), Duration.ZERO, warning -> {
      throw new AssertionError(warning);
    });
  }

  private static OutputFile file(String name, String content) {
    return new OutputFile(name, new OutputBytes().append(content));
  }

  private List<String> entries() throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
