package org.moduletools.indexing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.moduletools.config.Softdeps;
import org.moduletools.index.DeviceNode;
import org.moduletools.module.ModuleName;
import org.moduletools.modulefile.ModuleBuilder;
import org.moduletools.tree.ModuleTree;

/**
 * Indexes of a tree, made in process:
 *
 * <pre>
 *   kernel/fs/base.ko.xz    exports base_open
 *   kernel/fs/top.ko.zst    needs base_open; aliases fs-top, a device node; softdep
 *   updates/other.ko.gz     takes the place of
 *   kernel/other.ko
 *   unix                    is in the kernel
 * </pre>
 */
class ModuleIndexerTest {

  private static final String RELEASE = "6.1.0-test";

  private final List<String> problems = new ArrayList<>();

  @TempDir
  private Path disk;

  private Path modules = Path.of("unset");

  @BeforeEach
  void makeTree() throws IOException {
    modules = tree(Jimfs.newFileSystem(Configuration.unix()).getPath("/"));
  }

  /** Makes the tree below {@code root} and returns its folder. */
  private static Path tree(Path root) throws IOException {
    Path folder = root.resolve("image/lib/modules/" + RELEASE);
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("modules.order"), "kernel/fs/top.ko\nkernel/fs/base.ko\n", ISO_8859_1);
    Files.writeString(folder.resolve("modules.builtin"), "kernel/net/unix.ko\n", ISO_8859_1);
    Files.writeString(
        folder.resolve("modules.builtin.modinfo"), "unix.alias=net-pf-1\0", ISO_8859_1);
    write(new ModuleBuilder().exports("base_open", 0x11), folder, "kernel/fs/base.ko.xz");
    write(
        new ModuleBuilder()
            .modinfo("alias=fs-top", "alias=devname:top", "alias=char-major-10-7")
            .modinfo("softdep=pre: crc32c post: other", "weakdep=helper")
            .needs("base_open", "printk"),
        folder,
        "kernel/fs/top.ko.zst");
    write(new ModuleBuilder().modinfo("alias=new"), folder, "updates/other.ko.gz");
    write(new ModuleBuilder().modinfo("alias=old"), folder, "kernel/other.ko");
    return folder;
  }

  /** In a zip file the paths must be made of its own parts. */
  private static void write(ModuleBuilder module, Path folder, String name) {
    module.writeTo(folder.resolve(name));
  }

  private ModuleIndexer indexer(Path folder) {
    return new ModuleIndexer(new IndexRequest(folder), problem -> problems.add(problem.text()));
  }

  /** The files that depmod writes, by name, as digits. */
  private static Map<String, String> written(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        if (Files.isRegularFile(entry)) {
          files.put(
              String.valueOf(entry.getFileName()),
              HexFormat.of().formatHex(Files.readAllBytes(entry)));
        }
      }
    }
    return files;
  }

  static List<Arguments> configurations() {
    return List.of(
        Arguments.of("unix", Configuration.unix(), "/"),
        Arguments.of("Windows", Configuration.windows(), "C:\\"),
        Arguments.of("macOS", Configuration.osX(), "/"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("configurations")
  void writesTheSameBytesInMemoryAsOnDisk(String system, Configuration configuration, String root)
      throws IOException {
    Path onDisk = tree(disk);
    indexer(onDisk).index().writeTo(onDisk);

    try (FileSystem memory = Jimfs.newFileSystem(configuration)) {
      Path inMemory = tree(memory.getPath(root));
      indexer(inMemory).index().writeTo(inMemory);

      assertThat(written(inMemory)).isEqualTo(written(onDisk)).hasSize(3 + 11);
      assertThat(Files.readString(inMemory.resolve("modules.dep"), ISO_8859_1)).isEqualTo("""
              kernel/fs/top.ko.zst: kernel/fs/base.ko.xz
              kernel/fs/base.ko.xz:
              updates/other.ko.gz:
              """);
    }
    assertThat(problems).isEmpty();
  }

  @Test
  void writesTheSameBytesInAZipFile() throws IOException {
    Path onDisk = tree(Files.createDirectory(disk.resolve("plain")));
    indexer(onDisk).index().writeTo(onDisk);
    URI archive = URI.create("jar:" + disk.resolve("image.zip").toUri());

    try (FileSystem zip = FileSystems.newFileSystem(archive, Map.of("create", "true"))) {
      Path inZip = tree(zip.getPath("/"));
      assertThat(indexer(inZip).refresh()).isTrue();
      assertThat(indexer(inZip).refresh()).isFalse();
      indexer(inZip).index().writeTo(inZip);
    }

    try (FileSystem zip = FileSystems.newFileSystem(archive, Map.of());
        ModuleTree tree = ModuleTree.open(zip.getPath("/image/lib/modules", RELEASE))) {
      assertThat(written(zip.getPath("/image/lib/modules", RELEASE))).isEqualTo(written(onDisk));
      assertThat(tree.needs(new ModuleName("top"))).containsExactly(new ModuleName("base"));
      assertThat(tree.modinfo(new ModuleName("top")).values("weakdep")).containsExactly("helper");
    }
    assertThat(problems).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("configurations")
  void readsItsOwnIndexesInEachSystem(String system, Configuration configuration, String root)
      throws IOException {
    try (FileSystem memory = Jimfs.newFileSystem(configuration)) {
      Path folder = tree(memory.getPath(root));
      indexer(folder).refresh();

      try (ModuleTree tree = ModuleTree.open(folder)) {
        assertThat(tree.file(new ModuleName("top")).orElseThrow())
            .isEqualTo(folder.resolve("kernel").resolve("fs").resolve("top.ko.zst"))
            .isRegularFile();
        assertThat(tree.directNeeds(new ModuleName("top"))).containsExactly(new ModuleName("base"));
      }
    }
  }

  @Test
  void givesIndexesAsValuesAndWritesNothing() throws IOException {
    Map<String, String> before = written(modules);

    ModuleIndex index = indexer(modules).index();

    assertThat(index.modules().get(0))
        .isEqualTo(new IndexedModule(
            new ModuleName("top"),
            "kernel/fs/top.ko.zst",
            List.of(new ModuleName("base")),
            List.of("fs-top", "devname:top", "char-major-10-7"),
            new Softdeps(List.of("crc32c"), List.of("other")),
            List.of("helper"),
            List.of(),
            List.of(new DeviceNode("top", "top", 'c', 10, 7))));
    assertThat(index.modules().get(1).exports()).containsExactly("base_open");
    assertThat(index.files())
        .extracting(OutputFile::name)
        .contains("modules.dep", "modules.dep.bin", "modules.devname")
        .hasSize(11);
    assertThat(new String(index.texts().get(0).toBytes(), ISO_8859_1))
        .startsWith("kernel/fs/top.ko.zst: kernel/fs/base.ko.xz\n");
    assertThat(index.isComplete()).isTrue();
    assertThat(written(modules)).isEqualTo(before);
  }

  @Test
  void writesToAnotherFolder() throws IOException {
    Path elsewhere = modules.resolve("../elsewhere");

    indexer(modules).index().writeTo(elsewhere);

    assertThat(written(elsewhere)).hasSize(11).containsKey("modules.dep.bin");
    assertThat(modules.resolve("modules.dep")).doesNotExist();
  }

  @Test
  void refreshesOnlyWhatIsOutOfDate() throws IOException {
    assertThat(indexer(modules).refresh()).isTrue();
    assertThat(indexer(modules).refresh()).isFalse();

    write(new ModuleBuilder().modinfo("license=GPL"), modules, "kernel/added.ko");

    assertThat(indexer(modules).refresh()).isTrue();
    assertThat(Files.readString(modules.resolve("modules.dep"))).contains("kernel/added.ko:\n");
  }

  @Test
  void reportsADamagedModuleAndIndexesTheOthers() throws IOException {
    Files.writeString(modules.resolve("kernel/broken.ko"), "no module at all");

    ModuleIndex index = indexer(modules).index();

    assertThat(problems)
        .singleElement()
        .asString()
        .startsWith("failed to load symbols from " + modules.resolve("kernel/broken.ko") + ": ");
    assertThat(index.modules())
        .extracting(module -> module.name().value())
        .containsExactlyInAnyOrder("top", "base", "other", "broken");
  }

  @Test
  void reportsACircleAndMakesNoIndex() throws IOException {
    write(new ModuleBuilder().exports("a").needs("b"), modules, "kernel/a.ko");
    write(new ModuleBuilder().exports("b").needs("a"), modules, "kernel/b.ko");

    assertThatThrownBy(() -> indexer(modules).index())
        .isInstanceOf(LoopException.class)
        .hasMessage("Found 2 modules in dependency cycles!");
    assertThat(problems).first().asString().startsWith("Cycle detected: ");
  }

  @Test
  void leavesCirclesOutIfAsked() throws IOException {
    write(new ModuleBuilder().exports("a").needs("b"), modules, "kernel/a.ko");
    write(new ModuleBuilder().exports("b").needs("a"), modules, "kernel/b.ko");
    IndexRequest request = new IndexRequest(modules).with(IndexOption.IGNORE_LOOPS);

    ModuleIndex index = new ModuleIndexer(request, problem -> {}).index();

    assertThat(index.modules()).hasSize(3);
  }

  @Test
  void namesAFolderThatIsNotThere() {
    assertThatThrownBy(() -> indexer(modules.resolveSibling("7.0")).index())
        .isInstanceOf(IndexingException.class)
        .hasMessage("could not search modules: No such file or directory");
    assertThat(problems)
        .contains("could not open directory /image/lib/modules/7.0: No such file or directory");
  }

  @Test
  void keepsTheFormerFilesIfThereCanBeNoNewOnes() throws IOException {
    indexer(modules).refresh();
    Map<String, String> before = written(modules);
    write(new ModuleBuilder().modinfo("alias=\u00e9"), modules, "kernel/other-bytes.ko");

    assertThatThrownBy(() -> indexer(modules).refresh())
        .isInstanceOf(IndexingException.class)
        .hasMessageContaining("only 7-bit ASCII is supported");
    assertThat(written(modules)).isEqualTo(before);
  }

  @Test
  void mayBeUsedWithoutALockInSeveralThreadsForSeveralFolders() {
    List<Path> folders = List.of("a", "b", "c", "d").stream()
        .parallel()
        .map(name -> {
          try {
            Path folder = tree(modules.resolve(name));
            indexer(folder).refresh();
            return folder;
          } catch (IOException failed) {
            throw new UncheckedIOException(failed);
          }
        })
        .toList();

    assertThat(folders)
        .allSatisfy(folder -> assertThat(folder.resolve("modules.dep")).exists());
  }
}
