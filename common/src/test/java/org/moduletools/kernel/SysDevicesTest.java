package org.moduletools.kernel;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.moduletools.kernel.SysDevices.Device;

/** The devices of a made-up sysfs. */
class SysDevicesTest {

  private final Path sys = Jimfs.newFileSystem(Configuration.unix()).getPath("/mnt/sys");

  private void file(String path, String content) throws IOException {
    Path file = sys.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, content.getBytes(ISO_8859_1));
  }

  @Test
  void findsEachFileModaliasInTheOrderOfThePaths() throws IOException {
    file("devices/virtual/dmi/id/modalias", "dmi:bvnSea BIOS:svnQEMU \u00e9:\n");
    file("devices/pci0000:00/0000:00:03.0/virtio0/modalias", "virtio:d00000001v00001AF4\n");
    file("devices/pci0000:00/0000:00:03.0/modalias", "pci:v00001AF4d00001000\n");
    file("devices/pci0000:00/0000:00:03.0/vendor", "0x1af4\n");

    assertThat(SysDevices.read(sys))
        .containsExactly(
            new Device("/sys/devices/pci0000:00/0000:00:03.0", "pci:v00001AF4d00001000"),
            new Device("/sys/devices/pci0000:00/0000:00:03.0/virtio0", "virtio:d00000001v00001AF4"),
            new Device("/sys/devices/virtual/dmi/id", "dmi:bvnSea BIOS:svnQEMU \u00e9:"));
  }

  @Test
  void followsNoLinks() throws IOException {
    file("devices/a/modalias", "a\n");
    file("bus/pci/modalias", "never\n");
    Files.createSymbolicLink(sys.resolve("devices/a/subsystem"), sys.resolve("bus/pci"));
    Files.createSymbolicLink(sys.resolve("devices/a/again"), sys.resolve("devices"));

    assertThat(SysDevices.read(sys)).containsExactly(new Device("/sys/devices/a", "a"));
  }

  @Test
  void leavesOutWhatIsEmptyOrNoFile() throws IOException {
    file("devices/a/modalias", "\n");
    Files.createDirectories(sys.resolve("devices/b/modalias"));
    file("devices/c/power/modalias", "never\n");
    file("devices/d/name", "never\n");
    Files.createSymbolicLink(sys.resolve("devices/d/modalias"), sys.resolve("devices/d/name"));

    assertThat(SysDevices.read(sys)).isEqualTo(List.of());
  }

  @Test
  void namesTheFolderThatIsNotThere() {
    assertThatThrownBy(() -> SysDevices.read(sys))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessage("/mnt/sys/devices");
  }
}
