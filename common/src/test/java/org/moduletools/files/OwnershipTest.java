package org.moduletools.files;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnershipTest {

  @ParameterizedTest(name = "{0}:{1} {2}: {3}")
  @CsvSource({
    "0, 0, 0100644, false",
    "0, 0, 0100664, false", // root's group
    "0, 4, 0100644, false",
    "0, 4, 0100664, true",
    "0, 0, 0100646, true",
    "0, 0, 0041777, true", // such as /tmp: sticky or not, a file can be added
    "0, 0, 0040755, false",
    "1000, 0, 0100644, true",
    "1000, 0, 0100400, true", // its owner can change that
  })
  void isOpenToOthersThanRoot(int user, int group, String mode, boolean isOpen) {
    assertThat(new Ownership(user, group, Integer.decode(mode)).isOpenToOthersThanRoot())
        .isEqualTo(isOpen);
  }

  @Test
  void isReadFromAFileOrALink(@TempDir Path folder) throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);

    Ownership ownership = Ownership.of(link);

    assertThat(ownership.user()).isEqualTo(Files.getAttribute(file, "unix:uid"));
    assertThat(ownership.group()).isEqualTo(Files.getAttribute(file, "unix:gid"));
    assertThat(ownership.isRegular()).isTrue();
    assertThat(ownership.isOpenToOthers()).isTrue();
    assertThat(Ownership.of(folder).isDirectory()).isTrue();
    assertThat(Ownership.of(link, NOFOLLOW_LINKS).isRegular()).isFalse();
    assertThatThrownBy(() -> Ownership.of(folder.resolve("absent")))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void isUnknownWhereAFileSystemKnowsNoUsers() {
    Path root = Jimfs.newFileSystem(Configuration.unix()).getPath("/");

    assertThatThrownBy(() -> Ownership.of(root)).hasMessage("/ is on a file system without owners");
    assertThat(new PathLister().ownership(root)).isEmpty();
  }
}
