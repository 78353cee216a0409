package org.moduletools.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.moduletools.files.IoReason;

/**
 * Every operation of a publication fails in turn. dist/tests/depmod-faults does so with a real
 * depmod.
 */
class OutputFaultsTest {

  private static final List<String> NAMES =
      List.of("modules.dep", "modules.dep.bin", "modules.new");
  private static final Map<String, String> FORMER =
      Map.of("modules.dep", "former", "modules.dep.bin", "former");
  private static final Map<String, String> NEW =
      Map.of("modules.dep", "new", "modules.dep.bin", "new", "modules.new", "new");

  private final FileSystem real = Jimfs.newFileSystem(
      Configuration.unix().toBuilder().setAttributeViews("basic", "posix").build());
  private final FailingFileSystem failing = new FailingFileSystem(real);
  private final OutputDirectory output = new OutputDirectory(failing.getPath("/modules"));

  @BeforeEach
  void publishFormer() throws IOException {
    publish("former");
    Files.delete(real.getPath("/modules/modules.new"));
  }

  @AfterEach
  void close() throws IOException {
    real.close();
  }

  private void publish(String content) throws IOException {
    output.publish(
        NAMES,
        OutputDirectoryTest.noWait(),
        taker -> NAMES.forEach(
            name -> taker.accept(new OutputFile(name, new OutputBytes().append(content)))));
  }

  /** Returns what is in the directory, and what a link leads to. */
  private Map<String, String> found() throws IOException {
    Map<String, String> found = new TreeMap<>();
    try (Stream<Path> entries = Files.list(real.getPath("/modules"))) {
      for (Path entry : entries.toList()) {
        boolean isFile = Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS);
        found.put(entry.getFileName().toString(), isFile ? Files.readString(entry) : "no file");
      }
    }
    return found;
  }

  @Test
  void leavesOneSetAndNothingElseWhicheverOperationFails() throws IOException {
    int operations = 0;
    for (boolean failed = true; failed; operations++) {
      failing.failAfter(operations);
      String said = "";
      try {
        publish("new");
      } catch (IOException told) {
        said = IoReason.withFile(told);
      }
      failed = failing.hasFailed();

      Map<String, String> found = found();
      found.remove(".depmod.lock"); // if it could not be deleted, the next takes it
      if (said.isEmpty()) {
        assertThat(found).as("after %s", operations).isEqualTo(NEW);
      } else {
        assertThat(said).startsWith("/modules").endsWith(": Input/output error");
        assertThat(found).as("after %s: %s", operations, said).isIn(FORMER, NEW);
      }
      publishFormer();
      assertThat(found()).as("after %s", operations).isEqualTo(FORMER);
    }
    assertThat(operations).isGreaterThan(50);
  }
}
