package org.moduletools.depmod;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moduletools.cli.TestHost;
import org.moduletools.kernel.FakeMachine;
import org.moduletools.modulefile.ModuleBuilder;

/**
 * What is kept from one run to the next. A module that is not read again shows in this: it was
 * replaced by another, but its stamps are still the same.
 */
class DepmodCacheTest {

  @TempDir
  private Path temporary;

  private Path root;
  private Path caches;
  private Path modules;
  private final StampedFiles files = new StampedFiles();
  private final FakeMachine machine = new FakeMachine();
  private String err = "";

  @BeforeEach
  void makeRoot() throws IOException {
    root = temporary.toRealPath();
    Files.createDirectories(root.resolve("proc/self"));
    caches = Files.createDirectories(root.resolve("var/cache")).resolve("module-tools");
    Files.setPosixFilePermissions(
        root.resolve("var/cache"), PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.setPosixFilePermissions(
        root.resolve("var"), PosixFilePermissions.fromString("rwxr-xr-x"));
    modules = root.resolve("lib/modules/5.0");
    machine.asks(files);
    module("a.ko", "one");
    module("b.ko", "bee");
    Files.writeString(modules.resolve("modules.order"), "a.ko\nb.ko\nc.ko\n");
    Files.createFile(modules.resolve("modules.builtin"));
    Files.createFile(modules.resolve("modules.builtin.modinfo"));
  }

  private void module(String name, String alias) {
    new ModuleBuilder()
        .modinfo("alias=" + alias)
        .exports("export_of_" + alias)
        .needs(alias.equals("bee") ? "printk" : "export_of_bee")
        .writeTo(modules.resolve(name));
  }

  private int depmod(String... arguments) {
    return depmod(new TestHost(root, machine), arguments);
  }

  private int depmod(TestHost host, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("5.0");
    int status = host.run(new Depmod(), all.toArray(String[]::new));
    err = host.err();
    return status;
  }

  private String aliases() throws IOException {
    return Files.readString(modules.resolve("modules.alias"));
  }

  private List<Path> kept() throws IOException {
    if (!Files.exists(caches)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(caches)) {
      return all.sorted().toList();
    }
  }

  @Test
  void doesNotReadAModuleAgainThatHasNotChanged() throws IOException {
    depmod();
    module("a.ko", "two");

    int status = depmod();

    assertThat(status).isZero();
    assertThat(aliases()).contains("alias one a\n");
    assertThat(kept()).hasSize(1);
  }

  @Test
  void readsAModuleAgainThatHasChanged() throws IOException {
    depmod();
    module("a.ko", "two");
    files.touch("a.ko");

    depmod();

    assertThat(aliases()).isEqualTo("""
        # Aliases extracted from modules themselves.
        alias two a
        alias bee b
        """);
  }

  @Test
  void writesWhatAFullRunWritesAfterOneModuleWasAdded() throws IOException {
    depmod();
    module("c.ko", "sea");

    depmod();
    List<byte[]> incremental = outputs();
    depmod("--no-cache");

    assertThat(incremental).containsExactlyElementsOf(outputs());
    assertThat(aliases()).contains("alias sea c\n");
  }

  private List<byte[]> outputs() throws IOException {
    List<byte[]> outputs = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(modules, "modules.*")) {
      for (Path file : files) {
        outputs.add(Files.readAllBytes(file));
      }
    }
    return outputs;
  }

  @Test
  void doesNotKeepTheCacheAnewForOneModuleOfHundreds() throws IOException {
    for (int i = 0; i < 300; i++) {
      module("many" + i + ".ko", "many" + i);
    }
    depmod();
    byte[] before = Files.readAllBytes(kept().get(0));
    module("c.ko", "sea");

    depmod();
    module("c.ko", "ocean");
    depmod();

    assertThat(kept().get(0)).hasBinaryContent(before);
    assertThat(aliases()).contains("alias ocean c\n");
  }

  @Test
  void forgetsAModuleThatIsGone() throws IOException {
    module("c.ko", "sea");
    depmod();
    Files.delete(modules.resolve("c.ko"));
    depmod();
    module("c.ko", "ocean");

    depmod();

    assertThat(aliases()).contains("alias ocean c\n");
  }

  @Test
  void remembersAModuleThatWasReadByADryRunBefore() throws IOException {
    depmod();
    module("a.ko", "two");

    depmod("-n");
    depmod("-v");

    assertThat(aliases()).contains("alias one a\n");
  }

  @Test
  void keepsNothingOnADryRun() throws IOException {
    depmod("-n");

    assertThat(kept()).isEmpty();
  }

  @Test
  void neitherUsesNorKeepsAnythingWithNoCache() throws IOException {
    depmod();
    byte[] before = Files.readAllBytes(kept().get(0));
    module("a.ko", "two");

    depmod("--no-cache");

    assertThat(aliases()).contains("alias two a\n");
    assertThat(kept().get(0)).hasBinaryContent(before);
  }

  @Test
  void keepsWhatItReadInTheFolderThatAnOptionNames() throws IOException {
    Path other = root.resolve("var/other");

    depmod("--cache", other.toString());

    assertThat(kept()).isEmpty();
    assertThat(other).isNotEmptyDirectory();
  }

  @Test
  void keepsWhatItReadInTheFolderThatAVariableNames() throws IOException {
    Path other = root.resolve("var/other");

    depmod(new TestHost(root, machine).with(CacheChoice.VARIABLE, other.toString()));

    assertThat(kept()).isEmpty();
    assertThat(other).isNotEmptyDirectory();
  }

  @Test
  void keepsNothingIfTheVariableIsEmpty() throws IOException {
    depmod(new TestHost(root, machine).with(CacheChoice.VARIABLE, ""));

    assertThat(kept()).isEmpty();
  }

  @Test
  void readsAllModulesIfTheCacheIsDamaged() throws IOException {
    depmod();
    Files.write(kept().get(0), new byte[] {1});
    module("a.ko", "two");

    int status = depmod();

    assertThat(status).isZero();
    assertThat(err).isEmpty();
    assertThat(aliases()).contains("alias two a\n");
  }

  @Test
  void saysNothingIfTheCacheCannotBeWritten() throws IOException {
    Files.writeString(caches, "a file");

    int status = depmod("-vv");

    assertThat(status).isZero();
    assertThat(err).isEmpty();
    assertThat(aliases()).contains("alias one a\n");
  }

  @Test
  void tellsWhoeverWantsToKnowWhyTheCacheCannotBeWritten() throws IOException {
    Files.writeString(caches, "a file");

    depmod("-vvv");

    assertThat(err).contains("depmod: DEBUG: cache not written: " + caches + " is not a folder\n");
  }

  @Test
  void complainsOfADamagedModuleEachTime() throws IOException {
    Files.write(modules.resolve("c.ko"), new byte[100]);
    depmod();
    String first = err;

    depmod();

    assertThat(first).contains("c.ko: Exec format error");
    assertThat(err).isEqualTo(first);
  }

  @Test
  void keepsEachModuleDirectoryApart() throws IOException {
    depmod();
    Path base = makeBase();

    depmod("-b", base.toString(), "--cache", caches.toString());

    assertThat(base.resolve("lib/modules/5.0/modules.alias")).content().contains("alias other a\n");
    assertThat(kept()).hasSize(2);
    assertThat(base.resolve("var")).doesNotExist();
  }

  private Path makeBase() throws IOException {
    Path base = Files.createDirectory(root.resolve("base"));
    new ModuleBuilder().modinfo("alias=other").writeTo(base.resolve("lib/modules/5.0/a.ko"));
    return base;
  }

  @Test
  void usesTheCacheOfTheModulesWhereverItWrites() throws IOException {
    depmod();
    module("a.ko", "two");
    Path out = root.resolve("out");

    depmod("-o", out.toString(), "--cache", caches.toString());

    assertThat(out.resolve("lib/modules/5.0/modules.alias")).content().contains("alias one a\n");
    assertThat(kept()).hasSize(1);
  }

  @ParameterizedTest(name = "told: {0}")
  @ValueSource(booleans = {true, false})
  void keepsWhatItReadWithoutProcIfTheKernelTellsTheUser(boolean told) throws IOException {
    Files.delete(root.resolve("proc/self"));
    if (told) {
      files.runsAs((int) Files.getAttribute(root, "unix:uid"));
    }

    depmod();

    assertThat(kept()).hasSize(told ? 1 : 0);
  }

  @Test
  void keepsNothingWithAnotherRootUnlessAFolderIsNamed() throws IOException {
    depmod("-b", makeBase().toString());

    assertThat(kept()).isEmpty();
  }

  @Test
  void neitherUsesNorKeepsAnythingWithAnotherOutputUnlessAFolderIsNamed() throws IOException {
    depmod();
    byte[] before = Files.readAllBytes(kept().get(0));
    module("a.ko", "two");
    Path out = root.resolve("out");

    depmod("-o", out.toString());

    assertThat(out.resolve("lib/modules/5.0/modules.alias")).content().contains("alias two a\n");
    assertThat(kept().get(0)).hasBinaryContent(before);
  }

  @Test
  void keepsWhatItReadOfAnotherRootInTheFolderThatAVariableNames() throws IOException {
    TestHost host = new TestHost(root, machine).with(CacheChoice.VARIABLE, caches.toString());

    depmod(host, "-b", makeBase().toString());

    assertThat(kept()).hasSize(1);
  }

  @Test
  void readsAModuleThatTheCommandLineNames() throws IOException {
    depmod();
    module("a.ko", "two");
    byte[] before = Files.readAllBytes(kept().get(0));
    TestHost host = new TestHost(root, machine);

    host.run(new Depmod(), "5.0", modules + "/a.ko", modules + "/b.ko");

    assertThat(aliases()).contains("alias two a\n");
    assertThat(kept().get(0)).hasBinaryContent(before);
  }
}
