package org.moduletools.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SystemRootTest {

  private final Path root = Jimfs.newFileSystem(Configuration.unix()).getPath("/");

  /**
   * Writes the links of an image:
   *
   * <pre>
   *   img/lib -> usr/lib          img/etc/out -> ../../../usr/lib
   *   img/sbin -> /usr/sbin       img/etc/none -> /dev/null
   *   img/usr/lib/deep -> /lib    img/etc/ring -> /etc/ring
   * </pre>
   */
  @BeforeEach
  void writeImage() throws IOException {
    Files.createDirectories(root.resolve("img/usr/lib"));
    Files.createDirectories(root.resolve("img/etc"));
    link("img/lib", "usr/lib");
    link("img/sbin", "/usr/sbin");
    link("img/usr/lib/deep", "/lib");
    link("img/etc/out", "../../../usr/lib");
    link("img/etc/none", "/dev/null");
    link("img/etc/ring", "/etc/ring");
  }

  private void link(String path, String target) throws IOException {
    Files.createSymbolicLink(root.resolve(path), root.getFileSystem().getPath(target));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "/img/lib/modules, /img/lib/modules",
    "/img/sbin/depmod, /img/usr/sbin/depmod",
    "/img/lib/deep/x, /img/usr/lib/x",
    "/img/lib/deep/deep/./x, /img/usr/lib/x",
    "/img/etc/out/x, /img/usr/lib/x",
    "/img/etc/../../../sbin/x, /img/usr/sbin/x",
    "/img/etc/none, /dev/null",
    "/img/etc/none/x, /img/dev/null/x",
    "/img/etc/ring/x, /img/etc/ring/x",
    "/img/nosuch/x, /img/nosuch/x",
    "/img, /img",
    "/elsewhere/x, /elsewhere/x",
  })
  void followsLinksWithinTheImage(String path, String leads) {
    assertThat(SystemRoot.of(root.resolve("img")).follow(root.resolve(path))).hasToString(leads);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"/etc/a, /img/etc/a", "/img/etc/a, /img/etc/a", "/, /img", "etc/a, etc/a"})
  void takesAPathAsTheImageMeansIt(String path, String inside) {
    assertThat(SystemRoot.of(root.resolve("img")).inside(root.getFileSystem().getPath(path)))
        .hasToString(inside);
  }

  @Test
  void leavesAllToTheKernelOnThisMachine() {
    assertThat(SystemRoot.of(root).follow(root.resolve("img/sbin"))).hasToString("/img/sbin");
    assertThat(SystemRoot.of(root).inside(root.resolve("etc"))).hasToString("/etc");
  }
}
