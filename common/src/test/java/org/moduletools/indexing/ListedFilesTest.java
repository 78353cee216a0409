package org.moduletools.indexing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moduletools.files.FileStatus;

class ListedFilesTest {

  private static final FileStatus STATUS = new FileStatus(0, 0, 0, 0, 0, 0);

  private static boolean areThoseOf(String modulesDep, String... listed) throws IOException {
    List<FoundModule> modules = Stream.of(listed)
        .map(name -> new FoundModule(Path.of("x"), name, STATUS))
        .toList();
    return ListedFiles.read(new ByteArrayInputStream(modulesDep.getBytes(ISO_8859_1)))
        .areThoseOf(modules);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kernel/snd-a.ko:\nb.ko.xz: kernel/snd-a.ko\n/opt/\u00e9/c.d.ko: b.ko.xz\n",
        "/opt/\u00e9/c.d.ko:\nb.ko.xz:\nkernel/snd-a.ko:",
      })
  void areEqualInAnyOrder(String modulesDep) throws IOException {
    assertThat(areThoseOf(modulesDep, "kernel/snd-a.ko", "/opt/\u00e9/c.d.ko", "b.ko.xz"))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a.ko:\n",
        "a.ko:\nb.ko",
        "a.ko:\na.ko:\n",
        "a.ko:\nb.ko:\nc.ko:\n",
        "a.ko:\nb.ko:\na.ko:\n",
        "a.ko:\nx/b.ko:\n",
        "a.ko:\nb.ko.xz:\n",
        "a.ko\nb.ko:\n",
        "a.ko:\n\nb.ko:\n",
      })
  void areNotEqualIfALineDiffers(String modulesDep) throws IOException {
    assertThat(areThoseOf(modulesDep, "a.ko", "b.ko")).isFalse();
  }

  @Test
  void areEqualIfThereAreManyWithLongLines() throws IOException {
    StringBuilder modulesDep = new StringBuilder();
    String[] listed = new String[3000];
    for (int i = 0; i < listed.length; i++) {
      listed[i] = "x".repeat(i % 500) + "/m" + i + ".ko";
      modulesDep.append(listed[i]).append(": ").append("y/n.ko ".repeat(i % 70)).append('\n');
    }

    assertThat(areThoseOf(modulesDep.toString(), listed)).isTrue();
    assertThat(areThoseOf(modulesDep.toString().replace("/m7.ko:", "/m-7.ko:"), listed))
        .isFalse();
  }

  @Test
  void areEqualIfThereIsNone() throws IOException {
    assertThat(areThoseOf("")).isTrue();
    assertThat(areThoseOf("a.ko:\n")).isFalse();
  }

  /** As a link to /dev/zero does, it would fill the memory. */
  @Test
  void endAtALineThatIsNoModules() throws IOException {
    InputStream endless = new InputStream() {
      @Override
      public int read() {
        return 'a';
      }
    };

    assertThat(ListedFiles.read(endless).areThoseOf(List.of())).isFalse();
  }
}
