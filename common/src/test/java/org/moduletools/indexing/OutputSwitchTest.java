package org.moduletools.indexing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Feature;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What readers find when a run ends in the middle. The former files are a and b, the new ones b and
 * c.
 */
class OutputSwitchTest {

  private static final List<String> NAMES = List.of("b", "c");

  private FileSystem fileSystem = Jimfs.newFileSystem(
      Configuration.unix().toBuilder().setAttributeViews("basic", "posix").build());
  private Path directory = fileSystem.getPath("/modules");

  @BeforeEach
  void makeFormer() throws IOException {
    Files.createDirectory(directory);
    write("a", "former");
    write("b", "former");
  }

  @AfterEach
  void close() throws IOException {
    fileSystem.close();
  }

  private void write(String name, String content) throws IOException {
    Files.writeString(directory.resolve(name), content);
  }

  private OutputSwitch begun() throws IOException {
    OutputSwitch begun = new OutputSwitch(directory, NAMES);
    begun.begin();
    for (String name : NAMES) {
      Files.writeString(begun.folder().resolve(name), "new");
    }
    return begun;
  }

  private String read(String name) throws IOException {
    return Files.readString(directory.resolve(name));
  }

  private List<String> entries() throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }

  private void link(String name, String target) throws IOException {
    Path link = directory.resolve(name);
    Files.deleteIfExists(link);
    Files.createSymbolicLink(link, fileSystem.getPath(target));
  }

  @Test
  void leavesTheFormerFilesUntilTheyAreReplaced() throws IOException {
    begun();

    assertThat(read("b")).isEqualTo("former");
    assertThat(directory.resolve("c")).doesNotExist();
  }

  @Test
  void hasReadersFindTheNewFilesBeforeItIsSettled() throws IOException {
    begun().replace();

    assertThat(directory.resolve("b")).isSymbolicLink();
    assertThat(read("a")).isEqualTo("former");
    assertThat(read("b")).isEqualTo("new");
    assertThat(read("c")).isEqualTo("new");
  }

  @Test
  void letsEverybodyThrough() throws IOException {
    begun().replace();

    for (String folder : List.of(".depmod-new", ".depmod-old")) {
      assertThat(PosixFilePermissions.toString(
              Files.getPosixFilePermissions(directory.resolve(folder))))
          .isEqualTo("rwxr-xr-x");
    }
  }

  @Test
  void leavesNothingButFilesWhenItIsSettled() throws IOException {
    OutputSwitch begun = begun();
    begun.replace();

    begun.settle();

    assertThat(entries()).containsExactly("a", "b", "c");
    assertThat(directory.resolve("b")).isRegularFile().hasContent("new");
    assertThat(Files.isSymbolicLink(directory.resolve("b"))).isFalse();
    assertThat(begun.hasLeftovers()).isFalse();
  }

  @Test
  void goesBackToTheFormerFilesIfItEndedBeforeTheMoment() throws IOException {
    OutputSwitch begun = begun();
    begun.replace();
    link(".depmod-now", ".depmod-old");
    link(".depmod-next", ".depmod-new");

    assertThat(read("b")).isEqualTo("former");
    assertThat(Files.exists(directory.resolve("c"))).isFalse();
    begun.settle();

    assertThat(entries()).containsExactly("a", "b");
    assertThat(Files.isSymbolicLink(directory.resolve("b"))).isFalse();
    assertThat(read("b")).isEqualTo("former");
  }

  @Test
  void settlesWhatIsNotSettledYet() throws IOException {
    OutputSwitch begun = begun();
    begun.replace();
    Files.delete(directory.resolve("b"));
    Files.createLink(directory.resolve("b"), directory.resolve(".depmod-new/b"));
    Files.createLink(directory.resolve(".depmod-next"), directory.resolve(".depmod-new/c"));

    begun.settle();

    assertThat(entries()).containsExactly("a", "b", "c");
    assertThat(read("b")).isEqualTo("new");
    assertThat(read("c")).isEqualTo("new");
  }

  @Test
  void doesNotTouchTheUsersOwnLinks() throws IOException {
    link("mine", ".depmod-now/other");
    OutputSwitch begun = begun();
    begun.replace();

    begun.settle();

    assertThat(entries()).containsExactly("a", "b", "c", "mine");
  }

  @Test
  void saysThatAFolderIsInTheWayBeforeItChangesAnything() throws IOException {
    Files.createDirectory(directory.resolve("c"));
    OutputSwitch change = new OutputSwitch(directory, NAMES);

    assertThatThrownBy(change::begin)
        .isInstanceOf(FileSystemException.class)
        .hasMessage("/modules/c: Is a directory");

    change.settle();
    assertThat(entries()).containsExactly("a", "b", "c");
    assertThat(read("b")).isEqualTo("former");
  }

  @Test
  void replacesTheFilesOneByOneWhereThereAreNoLinks() throws IOException {
    fileSystem.close();
    fileSystem = Jimfs.newFileSystem(Configuration.unix().toBuilder()
        .setSupportedFeatures(Feature.FILE_CHANNEL)
        .build());
    directory = fileSystem.getPath("/modules");
    makeFormer();
    OutputSwitch begun = begun();

    begun.replace();
    begun.settle();

    assertThat(entries()).containsExactly("a", "b", "c");
    assertThat(read("b")).isEqualTo("new");
    assertThat(read("c")).isEqualTo("new");
  }
}
