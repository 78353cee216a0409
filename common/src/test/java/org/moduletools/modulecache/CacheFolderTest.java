package org.moduletools.modulecache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CacheFolderTest {

  private static final String FAMILY = ".modules";
  private static final byte[] CONTENT = {1, 2, 3};

  @TempDir
  private Path temporary;

  private Path real;
  private int user;

  @BeforeEach
  void lookWhoseItIs() throws IOException {
    real = temporary.toRealPath();
    user = (Integer) Files.getAttribute(real, "unix:uid");
  }

  private CacheFolder folder(Path path) {
    return new CacheFolder(path, user);
  }

  private static void permit(Path path, String permissions) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }

  /** Makes a folder that its owner alone may write to, whatever the umask. */
  private static Path ownFolder(Path path) throws IOException {
    Files.createDirectory(path);
    permit(path, "rwxr-xr-x");
    return path;
  }

  private static List<String> names(Path path) throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void makesTheFolderAndAFileThatNobodyElseMayRead() throws IOException {
    Path path = real.resolve("cache");

    folder(path).write("a.modules", CONTENT, FAMILY, 2);

    assertThat(folder(path).read("a.modules")).isEqualTo(CONTENT);
    assertThat(names(path)).containsExactly("a.modules");
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(path.resolve("a.modules"))))
        .isEqualTo("rw-------");
  }

  @Test
  void replacesAFileAsAWhole() throws IOException {
    Path file = real.resolve("a.modules");
    folder(real).write("a.modules", CONTENT, FAMILY, 2);
    Path former = real.resolve("former");
    Files.createLink(former, file);

    folder(real).write("a.modules", new byte[] {4}, FAMILY, 2);

    assertThat(folder(real).read("a.modules")).containsExactly(4);
    assertThat(former).hasBinaryContent(CONTENT);
  }

  @Test
  void keepsTheYoungestOfAFamilyAndEveryOtherFile() throws IOException {
    for (int age = 1; age <= 3; age++) {
      Path old = Files.write(real.resolve("old" + age + FAMILY), CONTENT);
      Files.setLastModifiedTime(old, FileTime.fromMillis(1_000_000 - age));
    }
    Files.write(real.resolve("other"), CONTENT);

    folder(real).write("new.modules", CONTENT, FAMILY, 2);

    assertThat(names(real)).containsExactly("new.modules", "old1.modules", "other");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rwxrwx---", "rwx---rwx", "rwxrwxrwx"})
  void doesNotTouchAFolderThatOthersMayWriteTo(String permissions) throws IOException {
    Path path = Files.createDirectory(real.resolve("cache"));
    Files.write(path.resolve("a.modules"), CONTENT);
    permit(path.resolve("a.modules"), "rw-------");
    permit(path, permissions);

    assertThatThrownBy(() -> folder(path).read("a.modules"))
        .hasMessage(path + " can be written to by others");
    assertThatThrownBy(() -> folder(path).write("b.modules", CONTENT, FAMILY, 2))
        .hasMessage(path + " can be written to by others");
    assertThat(names(path)).containsExactly("a.modules");
  }

  @Test
  void doesNotTouchAFolderBelowOneThatOthersMayWriteTo() throws IOException {
    Path above = Files.createDirectory(real.resolve("above"));
    Path path = ownFolder(above.resolve("cache"));
    permit(above, "rwxrwxrwx");

    assertThatThrownBy(() -> folder(path).write("b.modules", CONTENT, FAMILY, 2))
        .hasMessage(above + " can be written to by others");
    assertThat(names(path)).isEmpty();
  }

  @Test
  void makesNoFolderInOneThatOthersMayWriteTo() throws IOException {
    Path above = Files.createDirectory(real.resolve("above"));
    permit(above, "rwxrwxrwx");

    assertThatThrownBy(() -> folder(above.resolve("cache")).write("b.modules", CONTENT, FAMILY, 2))
        .isInstanceOf(IOException.class);
    assertThat(names(above)).isEmpty();
  }

  @Test
  void followsNoLinkToTheFolder() throws IOException {
    Path target = Files.createDirectory(real.resolve("target"));
    Path link = Files.createSymbolicLink(real.resolve("link"), target);

    assertThatThrownBy(() -> folder(link).write("a.modules", CONTENT, FAMILY, 2))
        .hasMessage(link + " is not a folder");
    assertThatThrownBy(() -> folder(link.resolve("cache")).write("a.modules", CONTENT, FAMILY, 2))
        .hasMessage(link + " is not a folder");
    assertThat(names(target)).isEmpty();
  }

  @Test
  void neitherReadsNorWritesThroughALinkInTheFolder() throws IOException {
    Path path = ownFolder(real.resolve("cache"));
    Path target = Files.write(real.resolve("target"), new byte[] {7});
    permit(target, "rw-------");
    Files.createSymbolicLink(path.resolve("a.modules"), target);

    assertThatThrownBy(() -> folder(path).read("a.modules")).isInstanceOf(IOException.class);
    folder(path).write("a.modules", CONTENT, FAMILY, 2);

    assertThat(target).hasBinaryContent(new byte[] {7});
    assertThat(folder(path).read("a.modules")).isEqualTo(CONTENT);
  }

  @Test
  void readsNoFileThatOthersMayWriteTo() throws IOException {
    folder(real).write("a.modules", CONTENT, FAMILY, 2);
    permit(real.resolve("a.modules"), "rw-rw-rw-");

    assertThatThrownBy(() -> folder(real).read("a.modules")).isInstanceOf(IOException.class);
  }

  @Test
  void trustsNoOtherUser() throws IOException {
    folder(real).write("a.modules", CONTENT, FAMILY, 2);
    CacheFolder another = new CacheFolder(real, user + 1);

    assertThatThrownBy(() -> another.read("a.modules")).isInstanceOf(IOException.class);
  }
}
