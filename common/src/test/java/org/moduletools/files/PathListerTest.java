package org.moduletools.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathListerTest {

  /** /proc/mounts has no row for it. */
  private static final Path UNKNOWN = Path.of("/no/such/file");

  private record Told(OptionalLong type) implements SystemFiles {

    @Override
    public OptionalLong fileSystemType(Path file) {
      return type;
    }

    @Override
    public OptionalInt user() {
      return OptionalInt.of(7);
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "ext4, 0xEF53, true",
    "xfs, 0x58465342, true",
    "btrfs, 0x9123683E, true",
    "f2fs, 0xF2F52010, true",
    "tmpfs, 0x01021994, true",
    "overlayfs, 0x794c7630, true",
    "zfs, 0x2fc12fc1, true",
    "nfs, 0x6969, false",
    "cifs, 0xFF534D42, false",
    "fuse, 0x65735546, false",
    "9p, 0x01021997, false",
    "vfat, 0x4d44, false",
    "erofs, 0xE0F5E1E2, false",
  })
  void knowsLocalFileSystemsByTheirTypeWhereMountsDoNotTell(
      String name, String type, boolean isLocal) {
    FileLister lister = new PathLister(new Told(OptionalLong.of(Long.decode(type))));

    assertThat(lister.isLocal(UNKNOWN)).isEqualTo(isLocal);
  }

  @Test
  void trustsNoFileSystemThatNobodyTells() {
    assertThat(new PathLister(new Told(OptionalLong.empty())).isLocal(UNKNOWN)).isFalse();
    assertThat(new PathLister().isLocal(UNKNOWN)).isFalse();
  }

  @Test
  void knowsTheUserIfTheSystemTellsIt() {
    assertThat(new PathLister(new Told(OptionalLong.empty())).user()).hasValue(7);
    assertThat(new PathLister().user()).isEmpty();
  }
}
