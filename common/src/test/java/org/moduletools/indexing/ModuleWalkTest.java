package org.moduletools.indexing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moduletools.files.FileLister;
import org.moduletools.files.PathLister;
import org.moduletools.files.RealFiles;

/** The walk over a lister that reads the status of directories, and over one that does not. */
class ModuleWalkTest {

  @TempDir
  private Path root;

  /** Names directories without their status, as getdents64(2) does. */
  private static final class KindsOnly extends RealFiles {

    @Override
    public List<Entry> list(Path directory) throws IOException {
      return super.list(directory).stream()
          .map(
              entry -> Files.isDirectory(directory.resolve(entry.name()), LinkOption.NOFOLLOW_LINKS)
                  ? new Entry(entry.name(), true, Optional.empty())
                  : entry)
          .toList();
    }
  }

  private static FileLister lister(boolean kindsOnly) {
    return kindsOnly ? new KindsOnly() : new PathLister();
  }

  private void file(String name) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.createFile(file);
  }

  private List<String> listed(ModuleWalk walk) {
    return walk.modules().stream().map(FoundModule::listed).sorted().toList();
  }

  @ParameterizedTest(name = "kinds only: {0}")
  @ValueSource(booleans = {true, false})
  void findsTheModulesOfManyDirectories(boolean kindsOnly) throws IOException {
    for (int i = 0; i < 100; i++) {
      file("kernel/" + i / 10 + "/" + i % 10 + "/m" + i + ".ko");
    }
    file("kernel/readme");

    ModuleWalk walk = ModuleWalk.below(root, "x/", lister(kindsOnly), name -> name.equals("7"));

    assertThat(listed(walk))
        .containsExactlyElementsOf(IntStream.range(0, 100)
            .filter(i -> i / 10 != 7 && i % 10 != 7)
            .mapToObj(i -> "x/kernel/" + i / 10 + "/" + i % 10 + "/m" + i + ".ko")
            .sorted()
            .toList());
    assertThat(walk.modules()).allMatch(module -> Files.exists(module.file()));
    assertThat(walk.complaints()).isEmpty();
  }

  @ParameterizedTest(name = "kinds only: {0}")
  @ValueSource(booleans = {true, false})
  void followsNoLinkToADirectoryAboveIt(boolean kindsOnly) throws IOException {
    file("a/b/c/m.ko");
    Files.createSymbolicLink(root.resolve("a/b/c/up"), Path.of("../../../a/b"));
    Files.createSymbolicLink(root.resolve("a/beside"), Path.of("b/c"));

    ModuleWalk walk = ModuleWalk.below(root, "", lister(kindsOnly), name -> false);

    assertThat(listed(walk)).containsExactly("a/b/c/m.ko", "a/beside/m.ko");
    assertThat(walk.complaints())
        .containsExactly(
            "failed " + root + "/a/b/c/up: Too many levels of symbolic links",
            "failed " + root + "/a/beside/up/c: Too many levels of symbolic links");
  }

  @Test
  void beginsInADirectoryOnly() throws IOException {
    file("a.ko");

    assertThatThrownBy(
            () -> ModuleWalk.below(root.resolve("a.ko"), "", new PathLister(), name -> false))
        .isInstanceOf(NotDirectoryException.class);
  }
}
