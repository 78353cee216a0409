package org.moduletools.depmod;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moduletools.cli.TestHost;
import org.moduletools.kernel.FakeMachine;
import org.moduletools.modulefile.ModuleBuilder;

/** A real file system lists names in an order of its own, which must not show. */
class DepmodRealDirectoryTest {

  @TempDir
  private Path folder;

  @ParameterizedTest(name = "shuffled with {0}")
  @ValueSource(longs = {1, 2, 3})
  void writesTheSameBytesWhateverOrderTheFilesWereMadeIn(long seed) throws IOException {
    Path straight = tree("straight", names());
    List<String> shuffledNames = names();
    Collections.shuffle(shuffledNames, new Random(seed));
    Path shuffled = tree("shuffled", shuffledNames);

    Map<String, String> expected = run(straight);
    Map<String, String> actual = run(shuffled);

    assertThat(actual).hasSize(11).isEqualTo(expected);
  }

  private static List<String> names() {
    List<String> names = new ArrayList<>();
    for (String directory : List.of("kernel/one", "kernel/two", "extra")) {
      for (int i = 0; i < 20; i++) {
        names.add(directory + "/module" + i + ".ko");
      }
    }
    return names;
  }

  /** Makes modules that all answer to one alias, those of each number exporting one symbol. */
  private Path tree(String root, List<String> names) throws IOException {
    Path tree = folder.resolve(root);
    Path modules = tree.resolve("lib/modules/5.0");
    for (String name : names) {
      new ModuleBuilder()
          .modinfo("alias=common", "alias=" + name)
          .exports("symbol_of_all")
          .writeTo(modules.resolve(name));
    }
    Files.writeString(modules.resolve("modules.order"), "kernel/two/module7.ko\n");
    return tree;
  }

  private static Map<String, String> run(Path tree) throws IOException {
    TestHost host = new TestHost(tree, new FakeMachine());
    int status = host.run(new Depmod(), "5.0");
    assertThat(status).isZero();
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> entries = Files.list(tree.resolve("lib/modules/5.0"))) {
      for (Path file : entries.filter(Files::isRegularFile).toList()) {
        if (!file.endsWith("modules.order")) {
          files.put(
              file.getFileName().toString(), HexFormat.of().formatHex(Files.readAllBytes(file)));
        }
      }
    }
    return files;
  }
}
