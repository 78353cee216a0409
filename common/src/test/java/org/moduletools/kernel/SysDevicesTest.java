package org.moduletools.kernel;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moduletools.kernel.SysDevices.Device;

/** The devices of a made-up sysfs. */
class SysDevicesTest {

  private final Path sys = Jimfs.newFileSystem(Configuration.unix()).getPath("/mnt/sys");

  private void file(String path, String content) throws IOException {
    Path file = sys.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, content.getBytes(ISO_8859_1));
  }

  private final List<String> unreadable = new ArrayList<>();

  private List<Device> read(Path from) throws IOException {
    return SysDevices.read(from.resolve("devices"), (path, reason) -> unreadable.add(path));
  }

  @Test
  void findsEachFileModaliasInTheOrderOfThePaths() throws IOException {
    file("devices/virtual/dmi/id/modalias", "dmi:bvnSea BIOS:svnQEMU \u00e9:\n");
    file("devices/pci0000:00/0000:00:03.0/virtio0/modalias", "virtio:d00000001v00001AF4\n");
    file("devices/pci0000:00/0000:00:03.0/modalias", "pci:v00001AF4d00001000\n");
    file("devices/pci0000:00/0000:00:03.0/vendor", "0x1af4\n");

    assertThat(read(sys))
        .containsExactly(
            new Device("/sys/devices/pci0000:00/0000:00:03.0", "pci:v00001AF4d00001000"),
            new Device("/sys/devices/pci0000:00/0000:00:03.0/virtio0", "virtio:d00000001v00001AF4"),
            new Device("/sys/devices/virtual/dmi/id", "dmi:bvnSea BIOS:svnQEMU \u00e9:"));
  }

  @Test
  void takesEachLineForAnAliasOfItsOwn() throws IOException {
    file("devices/a/modalias", "acpi:PRP0001:\nof:NsensorT(null)Cti,tmp75\n\nacpi:PRP0001:\n");

    assertThat(read(sys))
        .containsExactly(
            new Device("/sys/devices/a", "acpi:PRP0001:"),
            new Device("/sys/devices/a", "of:NsensorT(null)Cti,tmp75"));
  }

  @Test
  void tellsOfWhatThisUserMayNotRead(@TempDir Path real) throws IOException {
    Path file = Files.createDirectories(real.resolve("devices/a")).resolve("modalias");
    Files.writeString(file, "pci:a\n");
    Path folder = Files.createDirectories(real.resolve("devices/b/c"));
    Files.setPosixFilePermissions(file, Set.of());
    Files.setPosixFilePermissions(folder, Set.of());
    assumeFalse(Files.isReadable(file), "root may read all");

    assertThat(read(real)).isEmpty();
    assertThat(unreadable).containsExactlyInAnyOrder("/sys/devices/a/modalias", "/sys/devices/b/c");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void opensOnlyFolders() throws IOException {
    file("devices", "");

    assertThatThrownBy(() -> read(sys)).isInstanceOf(NotDirectoryException.class);
  }

  @Test
  void followsNoLinks() throws IOException {
    file("devices/a/modalias", "a\n");
    file("bus/pci/modalias", "never\n");
    Files.createSymbolicLink(sys.resolve("devices/a/subsystem"), sys.resolve("bus/pci"));
    Files.createSymbolicLink(sys.resolve("devices/a/again"), sys.resolve("devices"));

    assertThat(read(sys)).containsExactly(new Device("/sys/devices/a", "a"));
  }

  @Test
  void leavesOutWhatIsEmptyOrNoFile() throws IOException {
    file("devices/a/modalias", "\n");
    Files.createDirectories(sys.resolve("devices/b/modalias"));
    file("devices/c/power/modalias", "never\n");
    file("devices/d/name", "never\n");
    Files.createSymbolicLink(sys.resolve("devices/d/modalias"), sys.resolve("devices/d/name"));

    assertThat(read(sys)).isEqualTo(List.of());
  }

  @Test
  void namesTheFolderThatIsNotThere() {
    assertThatThrownBy(() -> read(sys))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessage("/mnt/sys/devices");
  }
}
